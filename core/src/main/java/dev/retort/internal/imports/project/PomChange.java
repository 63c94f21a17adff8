/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.project;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Swaps the dependencies of another tool in a {@code pom.xml} for Retort's starter; everything else stays as it is.
 *
 * @param artifacts the artifacts of the other tool, of any group
 * @param version the version of Retort
 */
public record PomChange(List<String> artifacts, String version) {

    private static final Pattern DEPENDENCY =
            Pattern.compile("[ \\t]*<dependency>(?:(?!</dependency>).)*</dependency>[ \\t]*\\R?", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>\\s*([^<\\s]+)\\s*</artifactId>");

    String apply(String pom) {
        Matcher dependency = DEPENDENCY.matcher(pom);
        StringBuilder result = new StringBuilder();
        boolean swapped = pom.contains("<artifactId>retort-spring-boot-starter</artifactId>");
        while (dependency.find()) {
            String block = dependency.group();
            Matcher artifact = ARTIFACT.matcher(block);
            boolean own = artifact.find() && artifacts.contains(artifact.group(1));
            String replacement = own && !swapped ? starter(block) : own ? "" : block;
            swapped |= own;
            dependency.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return dependency.appendTail(result).toString();
    }

    private String starter(String block) {
        String indent = block.substring(0, block.indexOf('<'));
        String inner = indent + (indent.startsWith("\t") ? "\t" : indent.length() % 4 == 0 ? "    " : "  ");
        return indent + "<dependency>\n" + inner + "<groupId>dev.retort</groupId>\n" + inner
                + "<artifactId>retort-spring-boot-starter</artifactId>\n" + inner + "<version>" + version
                + "</version>\n"
                + indent + "</dependency>\n";
    }
}
