/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.SqlSyntaxException;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.internal.sql.StatementTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values for {@code ${name}} in scripts that say {@code placeholders: true}. Names are letters, digits, {@code _},
 * {@code -} and {@code .}; anything else in braces is unchanged, and {@code $${name}} means the text {@code ${name}},
 * except behind {@code $} or {@code $tag}: there the first dollar sign ends a quote's delimiter.
 *
 * <p>The value replaces the name unchanged everywhere, also in literals and {@code COPY} data. It may not end the
 * statement: the result is split again and must still be one statement that is allowed there.
 */
public final class Placeholders {

    private final Map<String, String> values;
    private final UnaryOperator<String> missing;

    /**
     * Keeps the values.
     *
     * @param values value by name, {@code retort.placeholders.*} without the prefix
     */
    public Placeholders(Map<String, String> values) {
        this(
                values,
                name -> "The placeholder ${" + name + "} has no value. Set retort.placeholders." + name
                        + ", or write $${" + name + "} where the text itself is meant.");
    }

    private Placeholders(Map<String, String> values, UnaryOperator<String> missing) {
        this.values = Map.copyOf(values);
        this.missing = missing;
    }

    /**
     * {@return values for the script of a revision that only the database has}
     *
     * @param values value by name: those that its run used, as far as the database keeps them, and those of this run
     * @param revision the id of the revision
     */
    public static Placeholders ofKept(Map<String, String> values, String revision) {
        return new Placeholders(
                values,
                name -> "The placeholder ${" + name
                        + "} has no value, and the database has no recorded value of the run that applied revision"
                        + " " + revision + ": its name matches retort.secret-placeholders, or a build that does not"
                        + " record values applied it. Give it with -x " + name
                        + "=<value>, or set retort.placeholders." + name + ".");
    }

    /**
     * Replaces the placeholders in the statements of a script with {@code placeholders: true}. Text and checksum stay
     * as they are.
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
        DowngradeSection downgrade = downgrade(script, problems);
        problems.throwIfAny();
        return with(script, upgrade, downgrade);
    }

    /** Does the same for the downgrade only: values that only the upgrade uses may be missing. */
    public RevisionScript resolveDowngrade(RevisionScript script) {
        if (!script.placeholders()) {
            return script;
        }
        Problems problems = new Problems();
        DowngradeSection downgrade = downgrade(script, problems);
        problems.throwIfAny();
        return with(script, script.upgrade(), downgrade);
    }

    private DowngradeSection downgrade(RevisionScript script, Problems problems) {
        return script.downgrade() instanceof DowngradeSection.Reversible reversible
                ? new DowngradeSection.Reversible(resolve(script.source(), reversible.parts(), problems))
                : script.downgrade();
    }

    private static RevisionScript with(RevisionScript script, List<ScriptPart> upgrade, DowngradeSection downgrade) {
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
                script.code(),
                script.squash());
    }

    /** {@return the values that the statements of a script use, by name} */
    public Map<String, String> usedBy(RevisionScript script) {
        Map<String, String> used = new TreeMap<>();
        if (script.placeholders()) {
            Lookup lookup = (name, line) -> {
                String value = values.get(name);
                if (value != null) {
                    used.put(name, value);
                }
                return "";
            };
            List<ScriptPart> parts = new ArrayList<>(script.upgrade());
            if (script.downgrade() instanceof DowngradeSection.Reversible reversible) {
                parts.addAll(reversible.parts());
            }
            parts.forEach(part -> part.statements().forEach(statement -> replace(statement, lookup)));
        }
        return used;
    }

    /** The value of a name. */
    @FunctionalInterface
    private interface Lookup {
        /** {@return the text for a name at a line} */
        String value(String name, int line);
    }

    private List<ScriptPart> resolve(String source, List<ScriptPart> parts, Problems problems) {
        List<ScriptPart> resolved = new ArrayList<>();
        for (ScriptPart part : parts) {
            List<SqlStatement> statements = new ArrayList<>();
            for (SqlStatement statement : part.statements()) {
                int before = problems.count();
                SqlStatement replaced = replace(statement, (name, line) -> value(name, source, line, problems));
                if (problems.count() == before) {
                    check(source, replaced, part.autocommit(), problems);
                }
                statements.add(replaced);
            }
            resolved.add(new ScriptPart(part.autocommit(), statements));
        }
        return resolved;
    }

    private static SqlStatement replace(SqlStatement statement, Lookup lookup) {
        String data = statement.copyData();
        return new SqlStatement(
                replace(statement.text(), statement.line(), lookup),
                statement.line(),
                data == null ? null : replace(data, statement.line(), lookup));
    }

    private static String replace(String text, int firstLine, Lookup lookup) {
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
                result.append(lookup.value(name, line));
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
            problems.add(source, line, missing.apply(name));
            return "";
        }
        if (value.indexOf('\0') >= 0) {
            problems.add(
                    source,
                    line,
                    "The value of the placeholder ${" + name
                            + "} has a NUL character, which PostgreSQL cannot store in text."
                            + " Correct retort.placeholders." + name + ".");
        }
        return value;
    }

    private static void check(String source, SqlStatement replaced, boolean autocommit, Problems problems) {
        String data = replaced.copyData();
        String text = replaced.text() + (data == null ? "" : ";\n" + data + "\\.\n");
        try {
            List<SqlStatement> found = StatementSplitter.split(text, replaced.line());
            String refusal = found.size() == 1
                    ? StatementRules.of(StatementTraits.of(found.get(0)), autocommit)
                    : several(found);
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
