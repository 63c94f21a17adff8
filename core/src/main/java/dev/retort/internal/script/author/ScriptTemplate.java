/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of new scripts: a text in which {@code ${name}} means a value of the script, and {@code $${name}} for
 * {@code ${name}}. A line that would say nothing is left out: a key of the header, or a placeholder alone, without a
 * value.
 */
public final class ScriptTemplate {

    /** The name of a template beside the scripts that are made from it. */
    public static final String FILE_NAME = "script.sql.template";

    private static final Pattern PLACEHOLDER = Pattern.compile("(\\$?)\\$\\{([^{}]*)}");
    private static final Pattern ALONE = Pattern.compile("(--\\s*[a-z_]+:)?\\s*\\$\\{([a-z_]+)}\\s*");
    private static final Pattern LINE = Pattern.compile("[^\r\n]*(\r\n|\r|\n|$)");

    private final String source;
    private final String text;

    /**
     * Creates a template.
     *
     * @param source its name in messages
     * @param text its text
     */
    public ScriptTemplate(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /**
     * Takes the template of the first folder that has one, or the generic one of Retort.
     *
     * @param folders where a file {@value #FILE_NAME} is looked for
     */
    public static ScriptTemplate in(List<Path> folders) {
        return in(folders, FILE_NAME, "generic.sql.template");
    }

    /**
     * Takes the template of the first folder that has one, or one of Retort.
     *
     * @param folders where it is looked for
     * @param name the name of its file
     * @param resource Retort's own
     */
    static ScriptTemplate in(List<Path> folders, String name, String resource) {
        for (Path folder : folders) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                return new ScriptTemplate(file.toString(), read(file));
            }
        }
        return new ScriptTemplate(name, BundledTemplate.resource(resource));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RetortException(
                    "The template " + file + " cannot be read.", e.toString(), "Save it as UTF-8, or remove it.", e);
        }
    }

    /** {@return the name of the template in messages} */
    String source() {
        return source;
    }

    /**
     * {@return the text of a script}
     *
     * @throws RetortException when the template has an unknown placeholder
     */
    public String render(NewScript script) {
        return render(values(script));
    }

    /** {@return the text with these values in place of their names} */
    String render(Map<String, String> values) {
        StringBuilder result = new StringBuilder();
        Matcher line = LINE.matcher(text);
        for (int number = 1; line.find() && !line.group().isEmpty(); number++) {
            String rendered = line(line.group(), number, values);
            result.append(rendered);
        }
        return result.toString();
    }

    private static Map<String, String> values(NewScript script) {
        Map<String, String> values = new TreeMap<>();
        values.put("revision", script.revision().id());
        values.put("down_revision", String.join(", ", script.revision().downRevisions()));
        values.put("branch_labels", String.join(", ", script.revision().branchLabels()));
        values.put("depends_on", String.join(", ", script.revision().dependsOn()));
        values.put("message", script.message());
        values.put("created", script.created().toString());
        values.put("upgrade", script.upgrade());
        values.put("downgrade", script.downgrade());
        return values;
    }

    private String line(String line, int number, Map<String, String> values) {
        Matcher alone = ALONE.matcher(line);
        if (alone.matches() && "".equals(values.get(alone.group(2)))) {
            return "";
        }
        return PLACEHOLDER.matcher(line).replaceAll(found -> {
            String name = found.group(2);
            boolean escaped = !found.group(1).isEmpty();
            return Matcher.quoteReplacement(escaped ? "${" + name + "}" : value(name, number, values));
        });
    }

    private String value(String name, int line, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new RetortException(
                    "The template " + source + " has ${" + name + "} on line " + line + ", which is not a known token.",
                    "Known tokens: " + String.join(", ", values.keySet()) + ".",
                    "Fix the template; to have ${" + name + "} in the script, write $${" + name + "}.");
        }
        return value;
    }
}
