/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement into a script for psql so that psql sends to the server what a run sends.
 *
 * <p>psql replaces {@code :name}, {@code :'name'}, {@code :"name"} and {@code :{?name}} wherever its lexer is neither
 * in a literal nor in a comment, and it ends statements by its own rules in the bodies of routines. PostgreSQL has
 * three tokens with a colon: {@code ::}, {@code :=} and the colon alone; white space after the last one means nothing
 * to the server and keeps psql from taking what follows for a variable.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION">SQL Interpolation</a>
 */
public final class PsqlText {

    private static final Set<String> LEXER_SETTINGS = Set.of("standard_conforming_strings", "client_encoding");
    private static final Set<String> SAFE_VALUES =
            Set.of("on", "true", "'on'", "'true'", "utf8", "'utf8'", "unicode", "'unicode'", "'utf-8'");
    private static final Set<String> DEFINITIONS = Set.of("create", "alter", "comment", "show");

    private final byte[] text;
    private final Tokens tokens;

    private PsqlText(String sql) {
        this.text = sql.getBytes(StandardCharsets.UTF_8);
        this.tokens = Tokens.of(sql);
    }

    /**
     * {@return the statement with what ends it, and a line end}
     *
     * @param statement the statement; its data is not written
     */
    public static String of(SqlStatement statement) {
        PsqlText psql = new PsqlText(statement.text());
        return psql.hasOwnBody()
                ? "SELECT " + DollarQuotes.quote(statement.text()) + "\n\\gexec\n"
                : psql.withSpacedColons() + ";\n";
    }

    /**
     * {@return the setting that the statement changes and that decides how psql reads what follows; {@code null} for
     * none}
     */
    public static @Nullable String changedSetting(SqlStatement statement) {
        return new PsqlText(statement.text()).changedSetting();
    }

    /** From BEGIN on, psql counts words of a routine that the server does not count, and psql 13 counts none. */
    private boolean hasOwnBody() {
        if (!tokens.isWord(0, "create")) {
            return false;
        }
        for (int token = 1; token < tokens.size(); token++) {
            if (tokens.isWord(token, "begin")) {
                return true;
            }
        }
        return false;
    }

    private String withSpacedColons() {
        ByteArrayOutputStream result = new ByteArrayOutputStream(text.length + 8);
        int from = 0;
        for (int token = 0; token < tokens.size(); token++) {
            if (!tokens.isSymbol(token, ':')) {
                continue;
            }
            int after = tokens.start(token) + 1;
            if (after < text.length && text[after] == ':') {
                token++;
            } else if (after < text.length && mayBeginVariable(text[after])) {
                result.write(text, from, after - from);
                result.write(' ');
                from = after;
            }
        }
        result.write(text, from, text.length - from);
        return result.toString(StandardCharsets.UTF_8);
    }

    private static boolean mayBeginVariable(byte c) {
        int kind = Characters.classOf(c);
        return kind == Characters.LETTER || kind == Characters.DIGIT || kind == Characters.QUOTE || c == '{';
    }

    private @Nullable String changedSetting() {
        boolean set = tokens.isWord(0, "set") || tokens.isWord(0, "reset");
        if (tokens.areWords(0, "set", "names")) {
            return isSafe(2) ? null : "client_encoding";
        }
        if (set && isSafe(tokens.size() - 1)) {
            return null;
        }
        boolean mayCall = set || tokens.isWord(0, "do") || (!isDefinition() && hasWord("set_config"));
        return mayCall ? namedSetting() : null;
    }

    private boolean isSafe(int token) {
        return token < tokens.size() && SAFE_VALUES.contains(tokens.folded(token));
    }

    private boolean isDefinition() {
        return tokens.is(0, TokenKind.WORD) && DEFINITIONS.contains(tokens.folded(0));
    }

    private boolean hasWord(String word) {
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token, word)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String namedSetting() {
        for (int token = 0; token < tokens.size(); token++) {
            String written = tokens.folded(token);
            for (String setting : LEXER_SETTINGS) {
                if (written.contains(setting)) {
                    return setting;
                }
            }
        }
        return null;
    }
}
