/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The kind of work that a statement with one action does to the whole table. */
enum WorkKind {
    /** Reads it, to check its rows. */
    SCAN,
    /** Reads it and looks each row up in another table. */
    LOOKUP,
    /** Builds an index. */
    BUILD,
    /** Writes it again, and builds its indexes. */
    REWRITE;

    /** {@return what a statement of these tokens does; empty when they do not say it for sure} */
    static Optional<WorkKind> of(List<String> words) {
        if (says(words, "concurrently") || says(words, "not", "valid") || says(words, "if", "exists")) {
            return Optional.empty();
        }
        if (says(words, "create", "index") || says(words, "create", "unique", "index")) {
            return Optional.of(BUILD);
        }
        boolean alters = words.size() > 2 && words.subList(0, 2).equals(List.of("alter", "table"));
        return alters && actions(words) == 1 ? ofAction(words) : Optional.empty();
    }

    private static Optional<WorkKind> ofAction(List<String> words) {
        if (says(words, "add", "column") || says(words, "type")) {
            return Optional.of(REWRITE);
        }
        if (says(words, "references")) {
            return Optional.of(LOOKUP);
        }
        if (says(words, "set", "not", "null") || says(words, "check")) {
            return Optional.of(SCAN);
        }
        return says(words, "unique") ? Optional.of(BUILD) : Optional.empty();
    }

    private static int actions(List<String> words) {
        int depth = 0;
        int actions = 1;
        for (String word : words) {
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            actions += depth == 0 && word.equals(",") ? 1 : 0;
        }
        return actions;
    }

    private static boolean says(List<String> words, String... sought) {
        return Collections.indexOfSubList(words, List.of(sought)) >= 0;
    }

    /** {@return whether it takes so many passes over a table with so many indexes} */
    boolean takes(long passes, long indexes) {
        return passes == (this == REWRITE ? 1 + indexes : 1);
    }
}
