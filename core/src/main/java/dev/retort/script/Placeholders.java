/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import dev.retort.sql.SqlStatement;
import dev.retort.sql.SqlSyntaxException;
import dev.retort.sql.StatementSplitter;
import dev.retort.sql.StatementTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values for {@code ${name}} in scripts that say {@code placeholders: true}. Names are letters, digits, {@code _},
 * {@code -} and {@code .}; anything else in braces is left alone, and {@code $${name}} stands for the text
 * {@code ${name}}, except behind {@code $} or {@code $tag}: there the first dollar sign ends a quote's delimiter.
 *
 * <p>The value is put in as it is, wherever the name stands, also in literals and {@code COPY} data. It may not end the
 * statement: what comes out is split again and must still be one statement that is allowed where it stands.
 */
public final class Placeholders {

    private final Map<String, String> values;

    /**
     * Keeps the values.
     *
     * @param values value by name, {@code retort.placeholders.*} without the prefix
     */
    public Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Replaces the placeholders in the statements of a script that asks for it. Text and checksum stay as they are.
     *
     * @param script any script
     * @return the script with its statements as they go to the server
     * @throws ScriptException naming every placeholder without a value
     */
    public RevisionScript resolve(RevisionScript script) {
        if (!script.placeholders()) {
            return script;
        }
        Problems problems = new Problems();
        List<ScriptPart> upgrade = resolve(script.source(), script.upgrade(), problems);
        DowngradeSection downgrade = script.downgrade() instanceof DowngradeSection.Reversible reversible
                ? new DowngradeSection.Reversible(resolve(script.source(), reversible.parts(), problems))
                : script.downgrade();
        problems.throwIfAny();
        return new RevisionScript(
                script.revision(),
                script.source(),
                script.message(),
                script.created(),
                true,
                upgrade,
                downgrade,
                script.checksum(),
                script.text(),
                script.code());
    }

    private List<ScriptPart> resolve(String source, List<ScriptPart> parts, Problems problems) {
        List<ScriptPart> resolved = new ArrayList<>();
        for (ScriptPart part : parts) {
            List<SqlStatement> statements = new ArrayList<>();
            for (SqlStatement statement : part.statements()) {
                int before = problems.count();
                SqlStatement replaced = replace(source, statement, problems);
                if (problems.count() == before) {
                    check(source, replaced, part.autocommit(), problems);
                }
                statements.add(replaced);
            }
            resolved.add(new ScriptPart(part.autocommit(), statements));
        }
        return resolved;
    }

    private SqlStatement replace(String source, SqlStatement statement, Problems problems) {
        String data = statement.copyData();
        return new SqlStatement(
                replace(source, statement.text(), statement.line(), problems),
                statement.line(),
                data == null ? null : replace(source, data, statement.line(), problems));
    }

    private String replace(String source, String text, int firstLine, Problems problems) {
        StringBuilder result = new StringBuilder(text.length());
        int line = firstLine;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escaped = c == '$' && !endsDelimiter(text, i) ? name(text, i + 1) : null;
            String name = c == '$' && escaped == null ? name(text, i) : null;
            if (escaped != null) {
                result.append("${").append(escaped).append('}');
                i += escaped.length() + 3;
            } else if (name != null) {
                result.append(value(name, source, line, problems));
                i += name.length() + 2;
            } else {
                result.append(c);
            }
            line += c == '\n' ? 1 : 0;
        }
        return result.toString();
    }

    /** The second dollar sign of {@code $tag$} has nothing to do with a placeholder right behind it. */
    private static boolean endsDelimiter(String text, int dollar) {
        int i = dollar - 1;
        while (i >= 0 && (text.charAt(i) == '_' || Character.isLetterOrDigit(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && text.charAt(i) == '$';
    }

    /** {@return the name of the placeholder that begins here, or {@code null}} */
    private static @Nullable String name(String text, int dollar) {
        if (!text.startsWith("${", dollar)) {
            return null;
        }
        int end = dollar + 2;
        while (end < text.length() && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return end > dollar + 2 && text.startsWith("}", end) ? text.substring(dollar + 2, end) : null;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }

    private String value(String name, String source, int line, Problems problems) {
        String value = values.get(name);
        if (value == null) {
            problems.add(
                    source,
                    line,
                    "The placeholder ${" + name + "} has no value. Set the property retort.placeholders." + name
                            + ", or write $${" + name + "} where the text itself is meant.");
            return "";
        }
        if (value.indexOf('\0') >= 0) {
            problems.add(
                    source,
                    line,
                    "The value of the placeholder ${" + name
                            + "} has a NUL character, which PostgreSQL has no text for."
                            + " Correct retort.placeholders." + name + ".");
        }
        return value;
    }

    private static void check(String source, SqlStatement replaced, boolean autocommit, Problems problems) {
        String data = replaced.copyData();
        String text = replaced.text() + (data == null ? "" : ";\n" + data + "\\.\n");
        try {
            List<SqlStatement> found = StatementSplitter.split(text, replaced.line());
            String refusal =
                    found.size() == 1 ? Refusals.of(StatementTraits.of(found.get(0)), autocommit) : several(found);
            if (refusal != null) {
                problems.add(source, replaced.line(), "With its placeholders replaced: " + refusal);
            }
        } catch (SqlSyntaxException e) {
            problems.add(source, e);
        }
    }

    private static String several(List<SqlStatement> found) {
        return "the statement has become " + found.size() + " statements. Use values that stay within one.";
    }
}
