/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.text;

import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a column for {@code CREATE TABLE} and {@code ADD COLUMN}. */
public record ColumnText(Dialect dialect) {

    /** {@return the definition of a column} */
    public String definition(Column column) {
        StringBuilder text = new StringBuilder(dialect.quote(column.name()))
                .append(' ')
                .append(column.type().sql());
        if (column.storage() != null && dialect.version().atLeast(16)) {
            text.append(" STORAGE ").append(column.storage());
        }
        if (column.compression() != null) {
            dialect.require(14, "compression of columns");
            text.append(" COMPRESSION ").append(column.compression());
        }
        if (column.collation() != null) {
            text.append(" COLLATE ").append(column.collation());
        }
        return text.append(value(column.value())).append(notNull(column)).toString();
    }

    /** {@return what a partition says of a column that its parent has; {@code null} when that is nothing} */
    @Nullable
    public String partitionOptions(Column column) {
        return column.value() instanceof ColumnValue.Default
                ? dialect.quote(column.name()) + value(column.value())
                : null;
    }

    private String value(ColumnValue value) {
        if (value instanceof ColumnValue.Default given) {
            return " DEFAULT " + given.expression();
        }
        if (value instanceof ColumnValue.Identity identity) {
            return " " + identity(identity);
        }
        if (value instanceof ColumnValue.Generated generated) {
            if (!generated.stored()) {
                dialect.require(18, "virtual generated columns");
            }
            return " GENERATED ALWAYS AS (" + generated.expression() + ")"
                    + (generated.stored() ? " STORED" : " VIRTUAL");
        }
        return "";
    }

    /** {@return {@code GENERATED ... AS IDENTITY} with its options} */
    public String identity(ColumnValue.Identity identity) {
        List<String> options = new ArrayList<>();
        if (identity.sequence() != null) {
            options.add("SEQUENCE NAME " + dialect.name(identity.sequence()));
        }
        options.addAll(SequenceText.options(identity.options()));
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    private String notNull(Column column) {
        NotNull notNull = column.notNull();
        boolean implied = column.value() instanceof ColumnValue.Identity && NotNull.PLAIN.equals(notNull);
        if (notNull == null || implied || !notNull.validated()) {
            return "";
        }
        if (notNull.noInherit()) {
            dialect.require(18, "NOT NULL NO INHERIT");
        }
        String name = dialect.version().atLeast(18) ? notNull.name() : null;
        return (name == null ? "" : " CONSTRAINT " + dialect.quote(name)) + " NOT NULL"
                + (notNull.noInherit() ? " NO INHERIT" : "");
    }

    /** {@return the not-null constraint of a column as a constraint of its table (18)} */
    public String notNullConstraint(String column, NotNull notNull) {
        dialect.require(18, "NOT NULL constraints with options");
        return (notNull.name() == null ? "" : "CONSTRAINT " + dialect.quote(notNull.name()) + " ")
                + "NOT NULL " + dialect.quote(column)
                + (notNull.noInherit() ? " NO INHERIT" : "")
                + (notNull.validated() ? "" : " NOT VALID");
    }
}
