/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import org.jspecify.annotations.Nullable;

/** Takes {@code CREATE INDEX CONCURRENTLY} and {@code DROP INDEX CONCURRENTLY} apart. */
final class ConcurrentIndexReader {

    private record Name(@Nullable String schema, String name) {}

    private final Tokens tokens;
    private int next;

    /** Starts behind the word {@code CONCURRENTLY}. */
    ConcurrentIndexReader(Tokens tokens, int next) {
        this.tokens = tokens;
        this.next = next;
    }

    StatementTraits build(boolean unique) {
        boolean ifNotExists = accept("if", "not", "exists");
        if (tokens.isWord(next, "on")) {
            return new StatementTraits.UnnamedConcurrentIndexBuild();
        }
        String index = identifier();
        boolean understood = index != null && accept("on");
        boolean only = accept("only");
        Name table = understood ? name() : null;
        if (index == null || table == null) {
            return new StatementTraits.OutsideTransaction("CREATE INDEX CONCURRENTLY");
        }
        return new ConcurrentIndexBuild(
                unique, ifNotExists, index, table.schema(), table.name(), only, tokens.textFrom(next));
    }

    StatementTraits drop() {
        boolean ifExists = accept("if", "exists");
        Name index = name();
        boolean understood = accept("restrict") || next == tokens.size();
        if (index == null || !understood) {
            return new StatementTraits.OutsideTransaction("DROP INDEX CONCURRENTLY");
        }
        return new ConcurrentIndexDrop(index.schema(), index.name(), ifExists);
    }

    private boolean accept(String... words) {
        boolean found = tokens.areWords(next, words);
        if (found) {
            next += words.length;
        }
        return found;
    }

    /** A name with any qualification: the part before the schema names the database and is ignored. */
    private @Nullable Name name() {
        String schema = null;
        String name = identifier();
        while (name != null && tokens.isSymbol(next, '.')) {
            next++;
            schema = name;
            name = identifier();
        }
        return name == null ? null : new Name(schema, name);
    }

    private @Nullable String identifier() {
        boolean identifier = tokens.is(next, TokenKind.WORD) || tokens.is(next, TokenKind.QUOTED_IDENTIFIER);
        if (!identifier || tokens.isWord(next + 1, "uescape")) {
            return null;
        }
        return Identifiers.stored(tokens.text(next++));
    }
}
