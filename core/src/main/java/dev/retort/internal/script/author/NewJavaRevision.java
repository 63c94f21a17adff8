/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.render.java.JavaLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The contents of a new Java revision.
 *
 * @param script its place in the graph, its message and its time; the sections are Java statements, indented by eight
 * @param packageName its package
 * @param imports the classes that its statements need, and static methods behind {@code static}
 */
public record NewJavaRevision(NewScript script, String packageName, Set<String> imports) {

    private static final Set<String> ALWAYS = Set.of(
            "dev.retort.migration.Migration", "dev.retort.migration.Operations", "dev.retort.migration.Revision");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** Copies the imports; refuses what is no package. */
    public NewJavaRevision {
        imports = Set.copyOf(imports);
        if (!SourceVersion.isName(packageName)) {
            throw new RetortException(
                    "The package \"" + packageName + "\" cannot be used.",
                    "It is not the name of a Java package.",
                    "Correct retort.java-packages.");
        }
    }

    /** {@return the name of the class: the words of its message, or its id where they make no name that is free} */
    public String className() {
        String name = WORD.matcher(script.message())
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return SourceVersion.isName(name) && !isTaken(name)
                ? name
                : "Revision" + script.revision().id();
    }

    /** A class hides what has its name in its source, and in {@code java.lang} what has it in its package. */
    private boolean isTaken(String name) {
        return allImports().stream().anyMatch(imported -> imported.endsWith("." + name)) || isOfJavaLang(name);
    }

    private static boolean isOfJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private Set<String> allImports() {
        Set<String> all = new TreeSet<>(imports);
        all.addAll(ALWAYS);
        return all;
    }

    String importLines() {
        Map<Boolean, String> lines = allImports().stream()
                .collect(Collectors.partitioningBy(
                        name -> name.startsWith("static "),
                        Collectors.mapping(name -> "import " + name + ";", Collectors.joining("\n"))));
        String statics = lines.getOrDefault(true, "");
        return (statics.isEmpty() ? "" : statics + "\n\n") + lines.get(false);
    }

    String annotation() {
        Revision revision = script.revision();
        List<String> parts = new ArrayList<>();
        parts.add("id = " + JavaLiteral.of(revision.id()));
        add(parts, "down", revision.downRevisions());
        add(parts, "branchLabels", revision.branchLabels());
        add(parts, "dependsOn", revision.dependsOn());
        if (!script.message().isEmpty()) {
            parts.add("message = " + JavaLiteral.of(script.message()));
        }
        parts.add("created = " + JavaLiteral.of(script.created().toString()));
        return "@Revision(\n        " + String.join(",\n        ", parts) + ")";
    }

    private static void add(List<String> parts, String key, List<String> values) {
        if (values.size() == 1) {
            parts.add(key + " = " + JavaLiteral.of(values.get(0)));
        } else if (!values.isEmpty()) {
            parts.add(key + " = {" + values.stream().map(JavaLiteral::of).collect(Collectors.joining(", ")) + "}");
        }
    }

    /** Without its own statements the downgrade is the reversed upgrade. */
    String downgradeMethod(String body) {
        return body.isEmpty() ? "" : "\n    @Override\n    public void downgrade(Operations op) {\n" + body + "\n    }";
    }
}
