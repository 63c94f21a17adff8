/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
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
     * Splits a line as a shell does: quotes group words, and an empty pair of quotes is an empty argument.
     *
     * @param property the property of the line, for error messages
     */
    static List<String> split(String property, @Nullable String line) throws MojoExecutionException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : (line == null ? "" : line + " ").toCharArray()) {
            if (c == quote || (quote == 0 && (c == '\'' || c == '"'))) {
                quote = c == quote ? 0 : c;
                inWord = true;
            } else if (quote != 0 || !Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw new MojoExecutionException("The value of " + property + " cannot be split into arguments: " + line
                    + ". A quote is not closed. Close every quote.");
        }
        return words;
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
        return ("`migrations " + command + " "
                                + rest.stream().map(CommandArguments::quoted).collect(Collectors.joining(" ")))
                        .strip()
                + "`";
    }

    private static String quoted(String word) {
        return word.isEmpty() || word.chars().anyMatch(Character::isWhitespace) ? "'" + word + "'" : word;
    }
}
