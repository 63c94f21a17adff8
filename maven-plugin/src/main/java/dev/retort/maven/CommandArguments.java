/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.util.cli.CommandLineUtils;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the application: its own options, the word {@code migrations}, the command, and its arguments.
 *
 * @param command the command
 * @param rest the arguments of the command
 * @param profiles Spring profiles to activate; may be {@code null} or empty
 * @param properties options of the application, such as {@code --retort.model=jdbc}
 */
record CommandArguments(
        String command, List<String> rest, @Nullable List<String> profiles, List<String> properties) {

    /**
     * Splits a line as a shell does.
     *
     * @param property the property of the line, for error messages
     */
    static List<String> split(String property, @Nullable String line) throws MojoExecutionException {
        try {
            return line == null ? List.of() : List.of(CommandLineUtils.translateCommandline(line));
        } catch (Exception e) { // The library declares this exception type.
            throw new MojoExecutionException(
                    "The value of " + property + " cannot be split into arguments: " + line + ". " + e.getMessage()
                            + ". Close every quote.",
                    e);
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        if (profiles != null && !profiles.isEmpty()) {
            all.add("--spring.profiles.active=" + String.join(",", profiles));
        }
        all.addAll(properties);
        all.add("migrations");
        all.add(command);
        all.addAll(rest);
        return all;
    }

    /** {@return the command for messages} */
    String describe() {
        return ("`migrations " + command + " " + String.join(" ", rest)).strip() + "`";
    }
}
