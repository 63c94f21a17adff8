/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import java.util.List;

/**
 * The identity of a change set.
 *
 * @param id its id
 * @param author its author
 * @param file the changelog, as {@link #normalized} has it
 */
public record ChangeSetName(String id, String author, String file) {

    /** Normalizes the file. */
    public ChangeSetName {
        file = normalized(file);
    }

    /** {@return the name in the three parts of a header} */
    public static ChangeSetName of(List<String> names) {
        return new ChangeSetName(names.get(0), names.get(1), names.get(2));
    }

    /** Versions and callers of Liquibase write the same file with and without these. */
    private static String normalized(String path) {
        String text = path.replace('\\', '/');
        text = text.startsWith("classpath:") ? text.substring("classpath:".length()) : text;
        while (text.startsWith("/") || text.startsWith("./")) {
            text = text.substring(text.indexOf('/') + 1);
        }
        return text;
    }

    /** {@return the parts of a header} */
    public List<String> names() {
        return List.of(id, author, file);
    }

    /** {@return the change set as Liquibase writes it in its messages} */
    @Override
    public String toString() {
        return file + "::" + id + "::" + author;
    }
}
