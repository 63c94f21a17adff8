/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.util.Locale;

/** Tells from the tokens of a statement what it is. */
final class Classifier {

    private static final StatementTraits ORDINARY = new StatementTraits.Ordinary();

    private final Tokens tokens;

    Classifier(Tokens tokens) {
        this.tokens = tokens;
    }

    StatementTraits classify() {
        if (!tokens.is(0, TokenKind.WORD)) {
            return query();
        }
        return switch (tokens.folded(0)) {
            case "begin", "commit", "end", "rollback", "abort", "savepoint", "release" -> transactionControl(1);
            case "start", "prepare" -> tokens.isWord(1, "transaction") ? transactionControl(2) : ORDINARY;
            case "discard" -> new StatementTraits.SessionReset(words(2));
            case "create" -> create();
            case "drop" -> drop();
            case "alter" -> alter();
            case "reindex" -> reindex();
            case "vacuum" -> outside(1);
            case "cluster" -> clustersEverything() ? outside(1) : ORDINARY;
            case "repack" -> repack();
            case "select", "with", "values", "insert", "update", "delete", "merge", "call", "execute", "explain" ->
                query();
            default -> ORDINARY;
        };
    }

    private StatementTraits transactionControl(int words) {
        boolean prepared = tokens.isWord(1, "prepared");
        return new StatementTraits.TransactionControl(words(prepared ? 2 : words));
    }

    private StatementTraits outside(int words) {
        return new StatementTraits.OutsideTransaction(words(words));
    }

    /** The first words in upper case, for messages. */
    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int token = 0; token < count && token < tokens.size(); token++) {
            words.append(token == 0 ? "" : " ").append(tokens.text(token).toUpperCase(Locale.ROOT));
        }
        return words.toString();
    }

    private StatementTraits query() {
        for (int token = 0; token + 1 < tokens.size(); token++) {
            if (tokens.is(token, TokenKind.WORD)
                    && tokens.startsWith(token, "pg_advisory_unlock")
                    && tokens.isSymbol(token + 1, '(')) {
                return new StatementTraits.AdvisoryUnlock(tokens.folded(token));
            }
        }
        return ORDINARY;
    }

    private StatementTraits create() {
        boolean unique = tokens.isWord(1, "unique");
        int index = unique ? 2 : 1;
        if (tokens.areWords(index, "index", "concurrently")) {
            return new ConcurrentIndexReader(tokens, index + 2).build(unique);
        }
        return isServerObject() || tokens.isWord(1, "subscription") ? outside(2) : ORDINARY;
    }

    private StatementTraits drop() {
        if (tokens.areWords(1, "index", "concurrently")) {
            return new ConcurrentIndexReader(tokens, 3).drop();
        }
        return isServerObject() || tokens.isWord(1, "subscription") ? outside(2) : ORDINARY;
    }

    private boolean isServerObject() {
        return tokens.isWord(1, "database") || tokens.isWord(1, "tablespace");
    }

    private StatementTraits alter() {
        if (tokens.isWord(1, "system")) {
            return outside(2);
        }
        if (tokens.isWord(1, "database") && tokens.areWords(3, "set", "tablespace")) {
            return new StatementTraits.OutsideTransaction("ALTER DATABASE ... SET TABLESPACE");
        }
        return tokens.isWord(1, "table") && detachesConcurrently()
                ? new StatementTraits.OutsideTransaction("ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY")
                : ORDINARY;
    }

    private boolean detachesConcurrently() {
        if (!tokens.isWord(tokens.size() - 1, "concurrently")) {
            return false;
        }
        for (int token = 2; token < tokens.size(); token++) {
            if (tokens.areWords(token, "detach", "partition")) {
                return true;
            }
        }
        return false;
    }

    private StatementTraits reindex() {
        int kind = afterOptions();
        boolean concurrently = tokens.isWord(kind + 1, "concurrently");
        for (int option = 1; option < kind; option++) {
            concurrently |= tokens.isWord(option, "concurrently");
        }
        if (concurrently) {
            return new StatementTraits.OutsideTransaction("REINDEX CONCURRENTLY");
        }
        boolean many =
                tokens.isWord(kind, "database") || tokens.isWord(kind, "system") || tokens.isWord(kind, "schema");
        return many
                ? new StatementTraits.OutsideTransaction(
                        "REINDEX " + tokens.text(kind).toUpperCase(Locale.ROOT))
                : ORDINARY;
    }

    /** PostgreSQL 19: of one table, and not {@code CONCURRENTLY}, it runs in a transaction as {@code CLUSTER} does. */
    private StatementTraits repack() {
        for (int option = 1; option < afterOptions(); option++) {
            if (tokens.isWord(option, "concurrently") && !isOff(option + 1)) {
                return new StatementTraits.OutsideTransaction("REPACK CONCURRENTLY");
            }
        }
        int next = afterOptions();
        return next == tokens.size() || tokens.areWords(next, "using", "index") ? outside(1) : ORDINARY;
    }

    private boolean isOff(int value) {
        return tokens.isWord(value, "false")
                || tokens.isWord(value, "off")
                || (value < tokens.size() && tokens.text(value).equals("0"));
    }

    private boolean clustersEverything() {
        int next = afterOptions();
        return next == tokens.size() || (tokens.isWord(next, "verbose") && next + 1 == tokens.size());
    }

    /** {@return the token after the command and its options in parentheses, if it has some} */
    private int afterOptions() {
        int token = 1;
        if (tokens.isSymbol(token, '(')) {
            while (token < tokens.size() && !tokens.isSymbol(token, ')')) {
                token++;
            }
            token++;
        }
        return token;
    }
}
