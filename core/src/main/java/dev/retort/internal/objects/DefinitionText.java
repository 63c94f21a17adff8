/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.objects;

import dev.retort.internal.sql.Tokens;
import java.util.Optional;

/** The words in which an object file defines a view or a routine, as far as a revision can contain them. */
public final class DefinitionText {

    private final Tokens tokens;

    private DefinitionText(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * {@return the query of a view as the file writes it; empty if the names of its columns are in a list before it, or a line
     * would be read as a marker of a script}
     *
     * @param statement the statement that creates the view
     */
    public static Optional<String> query(String statement) {
        return new DefinitionText(Tokens.of(statement)).query().filter(DefinitionText::hasNoMarker);
    }

    /**
     * {@return the statement that creates a routine in place of what exists}
     *
     * @param statement the statement of the file
     */
    public static Optional<String> routine(String statement) {
        Tokens tokens = Tokens.of(statement);
        boolean replaces = tokens.areWords(1, "or", "replace");
        return Optional.of(replaces ? statement : "CREATE OR REPLACE " + tokens.textFrom(1))
                .filter(DefinitionText::hasNoMarker);
    }

    private static boolean hasNoMarker(String text) {
        return text.lines().noneMatch(line -> line.startsWith("-- migrate:") || line.startsWith("-- revision:"));
    }

    private Optional<String> query() {
        int at = 1;
        while (at < tokens.size() && !tokens.isWord(at, "view")) {
            if (tokens.isWord(at, "recursive")) {
                return Optional.empty();
            }
            at++;
        }
        at += tokens.areWords(at + 1, "if", "not", "exists") ? 5 : 2;
        while (tokens.isSymbol(at, '.')) {
            at += 2;
        }
        if (tokens.isSymbol(at, '(')) {
            return Optional.empty();
        }
        while (at < tokens.size() && !tokens.isWord(at, "as")) {
            at++;
        }
        return Optional.of(tokens.textBetween(at + 1, end())).filter(query -> !query.isEmpty());
    }

    /** {@return where the query ends: before {@code WITH ... CHECK OPTION} and {@code WITH [NO] DATA}} */
    private int end() {
        int size = tokens.size();
        if (tokens.areWords(size - 2, "check", "option")) {
            return tokens.isWord(size - 3, "with") ? size - 3 : size - 4;
        }
        if (tokens.areWords(size - 2, "with", "data")) {
            return size - 2;
        }
        return tokens.areWords(size - 3, "with", "no", "data") ? size - 3 : size;
    }
}
