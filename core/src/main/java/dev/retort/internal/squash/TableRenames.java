/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.diff.Rename;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the renames of tables and columns through a range: without them a comparison of the schemas before and after
 * would drop what was renamed, with its rows.
 */
final class TableRenames {

    private static final String NAME = "((?:\"(?:[^\"]|\"\")+\"|[\\w$]+)(?:\\.(?:\"(?:[^\"]|\"\")+\"|[\\w$]+))?)";
    private static final String PART = "(\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern TABLE = pattern(NAME + "\\s+rename\\s+to\\s+" + PART);
    private static final Pattern COLUMN = pattern(NAME + "\\s+rename\\s+(?:column\\s+)?" + PART + "\\s+to\\s+" + PART);

    /** A table from before the range, under the name that it has by now. */
    private static final class Followed {

        private final String first;
        private String now;
        private final Map<String, String> columns = new LinkedHashMap<>();

        private Followed(Table table) {
            first = table.name().name();
            now = first;
            table.columns().forEach(column -> columns.put(column.name(), column.name()));
        }
    }

    private final List<Followed> tables = new ArrayList<>();

    private TableRenames(DatabaseSchema before) {
        before.tables().forEach(table -> tables.add(new Followed(table)));
    }

    /** A pattern of words: blanks between them may be any, and those in brackets may be missing. */
    private static Pattern pattern(String rest) {
        String words = "alter table [if exists] [only] "
                .replace("[", "(?:")
                .replace("] ", " )?")
                .replace(" ", "\\s+");
        return Pattern.compile(words + rest + "\\s*", Pattern.CASE_INSENSITIVE);
    }

    /** {@return the renames that a range makes of what was there before it} */
    static List<Rename> of(DatabaseSchema before, List<RevisionScript> range) {
        TableRenames renames = new TableRenames(before);
        range.forEach(
                script -> script.upgrade().forEach(part -> part.statements().forEach(renames::follow)));
        return renames.found();
    }

    private void follow(SqlStatement statement) {
        Matcher table = TABLE.matcher(statement.text());
        Matcher column = COLUMN.matcher(statement.text());
        if (table.matches()) {
            tables.stream()
                    .filter(one -> one.now.equals(last(table.group(1))))
                    .forEach(one -> one.now = unquoted(table.group(2)));
        } else if (column.matches() && !unquoted(column.group(2)).equals("constraint")) {
            tables.stream()
                    .filter(one -> one.now.equals(last(column.group(1))))
                    .forEach(one -> one.columns.replaceAll(
                            (first, now) -> now.equals(unquoted(column.group(2))) ? unquoted(column.group(3)) : now));
        }
    }

    private List<Rename> found() {
        List<Rename> renames = new ArrayList<>();
        for (Followed table : tables) {
            if (!table.now.equals(table.first)) {
                renames.add(new Rename(table.first, table.now));
            }
            table.columns.forEach((first, now) -> {
                if (!now.equals(first)) {
                    renames.add(new Rename(table.first + "." + first, now));
                }
            });
        }
        return renames;
    }

    private static String last(String name) {
        Matcher part = Pattern.compile(PART).matcher(name);
        String last = name;
        while (part.find()) {
            last = part.group();
        }
        return unquoted(last);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
