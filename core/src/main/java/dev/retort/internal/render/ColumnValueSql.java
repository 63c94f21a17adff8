/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.ColumnText;
import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.SequenceText;
import dev.retort.internal.render.text.UnsupportedOperationSqlException;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Generated;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.ColumnValue.None;
import dev.retort.schema.part.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a change of where the value of a column comes from.
 *
 * @param operation the change
 */
record ColumnValueSql(Dialect dialect, AlterColumnValue operation) {

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");

    /** {@return the statements: what it was is ended, then what it becomes is begun} */
    List<String> statements() {
        ColumnValue from = operation.from();
        ColumnValue to = operation.to();
        if (to instanceof Generated generated) {
            return List.of(generate(generated));
        }
        if (from instanceof Identity before && to instanceof Identity after) {
            return change(before, after);
        }
        List<String> statements = new ArrayList<>();
        if (from instanceof Identity) {
            statements.add(alter() + "DROP IDENTITY");
        } else if (from instanceof Generated) {
            statements.add(alter() + "DROP EXPRESSION");
        } else if (to instanceof None || (from instanceof Default && to instanceof Identity)) {
            statements.add(alter() + "DROP DEFAULT");
        }
        if (to instanceof Default given) {
            statements.add(alter() + "SET DEFAULT " + given.expression());
        } else if (to instanceof Identity identity) {
            statements.add(alter() + "ADD " + new ColumnText(dialect).identity(identity));
            Matcher old = NEXT_VALUE.matcher(from instanceof Default given ? given.expression() : "");
            statements.add(old.matches() ? continueAfter(old.group(1)) : continueAfterMaximum(identity));
        }
        return statements;
    }

    private String generate(Generated generated) {
        dialect.require(17, "change of a generated column's expression");
        if (operation.from() instanceof Generated before && before.stored() != generated.stored()) {
            throw UnsupportedOperationSqlException.never(
                    "Column " + operation.table() + "." + operation.column()
                            + " cannot change between stored and virtual.",
                    "PostgreSQL has no statement for that.",
                    "Drop the column and add it again.");
        }
        return alter() + "SET EXPRESSION AS (" + generated.expression() + ")";
    }

    private List<String> change(Identity from, Identity to) {
        List<String> actions = new ArrayList<>();
        if (from.always() != to.always()) {
            actions.add("SET GENERATED " + (to.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        SequenceText.changes(from.options(), to.options()).forEach(option -> actions.add("SET " + option));
        List<String> statements = new ArrayList<>();
        if (!actions.isEmpty()) {
            statements.add(alter() + String.join(" ", actions));
        }
        if (from.sequence() != null && to.sequence() != null && !from.sequence().equals(to.sequence())) {
            statements.add("ALTER SEQUENCE " + dialect.name(from.sequence()) + " RENAME TO "
                    + dialect.quote(to.sequence().name()));
        }
        return statements;
    }

    /** {@return what lets the identity count on where the sequence of the default before it is} */
    private String continueAfter(String quotedSequence) {
        return "SELECT pg_catalog.setval(" + sequence() + ", last_value, is_called) FROM "
                + quotedSequence.replace("''", "'");
    }

    private String sequence() {
        return "pg_catalog.pg_get_serial_sequence(" + Identifiers.literal(dialect.name(operation.table())) + ", "
                + Identifiers.literal(operation.column()) + ")";
    }

    /** Without this the next row would get a number that is taken. A value below the first one of the sequence is none of its. */
    private String continueAfterMaximum(Identity identity) {
        SequenceOptions options = identity.options();
        boolean counts = options.increment() == null || options.increment() > 0;
        String last = "pg_catalog." + (counts ? "max(" : "min(") + dialect.quote(operation.column()) + ")";
        String table = dialect.name(operation.table());
        return "SELECT pg_catalog.setval(" + sequence() + ", " + last + ") FROM " + table + " HAVING " + last
                + (counts
                        ? " OPERATOR(pg_catalog.>=) " + Objects.requireNonNullElse(options.minimum(), 1L)
                        : " OPERATOR(pg_catalog.<=) " + Objects.requireNonNullElse(options.maximum(), -1L));
    }

    private String alter() {
        return "ALTER TABLE " + dialect.name(operation.table()) + " ALTER COLUMN " + dialect.quote(operation.column())
                + " ";
    }
}
