/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.model.ModelStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The statements of scripts whose effect a comparison of two schemas does not show: they write rows, call functions, run
 * code, or change what belongs to the whole database.
 */
public final class DataStatements {

    /** What a comparison of two schemas shows, or what has no effect after the session. */
    private static final Set<String> SCHEMA = Set.of(
            "create", "alter", "drop", "comment", "grant", "revoke", "set", "reset", "lock", "analyze", "vacuum");

    /** Kinds of objects that a comparison of two schemas does not describe. */
    private static final Set<String> UNSUPPORTED = Set.of(
            "cast",
            "operator",
            "publication",
            "event",
            "text",
            "foreign",
            "server",
            "language",
            "trusted",
            "conversion",
            "transform",
            "access",
            "default");

    /** Objects that no comparison of two schemas of one database shows. */
    private static final Set<String> WHOLE = Set.of("database", "role", "user", "group", "system", "tablespace");

    private static final int LONGEST = 100;

    private DataStatements() {}

    /** {@return the parts of the upgrade with only these statements} */
    static List<ScriptPart> ofUpgrade(RevisionScript script) {
        return only(script.upgrade());
    }

    /** {@return the parts of the downgrade with only these statements} */
    static List<ScriptPart> ofDowngrade(RevisionScript script) {
        return script.downgrade() instanceof DowngradeSection.Reversible reversible
                ? only(reversible.parts())
                : List.of();
    }

    private static List<ScriptPart> only(List<ScriptPart> parts) {
        List<ScriptPart> found = new ArrayList<>();
        for (ScriptPart part : parts) {
            List<SqlStatement> statements =
                    part.statements().stream().filter(DataStatements::isOne).toList();
            if (!statements.isEmpty()) {
                found.add(new ScriptPart(part.autocommit(), statements));
            }
        }
        return found;
    }

    /** {@return whether there is any statement in both sections} */
    static boolean isIn(RevisionScript script) {
        return !ofUpgrade(script).isEmpty() || !ofDowngrade(script).isEmpty();
    }

    /** {@return the statements of both sections that can change rows, one line each} */
    static List<String> lines(RevisionScript script) {
        List<ScriptPart> parts = new ArrayList<>(ofUpgrade(script));
        parts.addAll(ofDowngrade(script));
        return parts.stream()
                .flatMap(part -> part.statements().stream())
                .filter(DataStatements::changesRows)
                .map(statement -> script.revision().id() + " (" + script.source() + ":" + statement.line() + "): "
                        + shortened(statement.text()))
                .toList();
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** {@return whether a comparison of two schemas does not show the effect of a statement} */
    public static boolean isOne(SqlStatement statement) {
        return changesRows(statement) || isUnsupported(tokens(statement));
    }

    /** It makes an object of a kind, or sets a property, that the comparison does not describe. */
    private static boolean isUnsupported(List<String> words) {
        String first = words.get(0);
        boolean change = Set.of("create", "alter", "drop", "comment").contains(first);
        int kind = first.equals("comment") ? 2 : 1;
        boolean property = first.equals("alter")
                && !words.contains(",")
                && (Collections.indexOfSubList(words, List.of("replica", "identity")) > 0
                        || Collections.indexOfSubList(words, List.of("cluster", "on")) > 0
                        || Collections.indexOfSubList(words, List.of("owner", "to")) > 0
                        || Collections.indexOfSubList(words, List.of("set", "storage")) > 0
                        || Collections.indexOfSubList(words, List.of("set", "statistics")) > 0);
        return property || (change && words.size() > kind && UNSUPPORTED.contains(words.get(kind)));
    }

    private static boolean changesRows(SqlStatement statement) {
        if (statement.copyData() != null) {
            return true;
        }
        List<String> words = tokens(statement);
        String first = words.get(0);
        if (first.equals("select")) {
            return !words.contains("set_config");
        }
        if (!SCHEMA.contains(first)) {
            return true;
        }
        boolean ofWhole = words.size() > 1 && WHOLE.contains(words.get(1));
        return ofWhole || isTableOfQuery(words) || isConversion(words);
    }

    /** {@return the tokens of a statement, words in lower case} */
    static List<String> tokens(SqlStatement statement) {
        return ModelStatement.split(statement.text(), line -> "").get(0).tokens();
    }

    /** A table with the rows of a query. */
    private static boolean isTableOfQuery(List<String> words) {
        int table = words.indexOf("table");
        return words.get(0).equals("create")
                && table > 0
                && table < 4
                && words.subList(table, words.size()).stream()
                        .anyMatch(word -> word.equals("as") || word.equals("execute"))
                && words.stream()
                        .anyMatch(word -> word.equals("select") || word.equals("values") || word.equals("execute"));
    }

    /** A change of a type that says how rows are converted. */
    private static boolean isConversion(List<String> words) {
        return words.get(0).equals("alter") && words.contains("type") && words.contains("using");
    }
}
