/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.NotNull;
import dev.retort.schema.part.SequenceOptions;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The short words {@code serial} and {@code GENERATED ... AS IDENTITY} for columns that count. */
public final class Serial {

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");
    private static final Map<String, Long> MAXIMA = Map.of(
            "smallint", (long) Short.MAX_VALUE,
            "integer", (long) Integer.MAX_VALUE,
            "bigint", Long.MAX_VALUE);
    private static final Map<String, String> SHORT =
            Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

    private Serial() {}

    /** {@return the sequence from which a default takes its value} */
    public static @Nullable QualifiedName sequence(ColumnValue value) {
        Matcher matcher = value instanceof Default given ? NEXT_VALUE.matcher(given.expression()) : null;
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        return SqlText.qualified(matcher.group(1).replace("''", "'"));
    }

    /** {@return the default that takes its value from a sequence} */
    public static Default nextValue(QualifiedName sequence) {
        return new Default("nextval(" + Identifiers.literal(SqlText.quoted(sequence)) + "::regclass)");
    }

    /** {@return whether {@code serial} makes the column as it is, sequence included} */
    public static boolean isSerial(Table table, Column column, @Nullable Sequence owned) {
        if (owned == null || !owned.name().equals(sequence(column.value()))) {
            return false;
        }
        String type = column.type().sql();
        boolean plain = owned.grants().isEmpty() && owned.comment() == null;
        boolean sameType = owned.type() == null
                ? type.equals("bigint")
                : owned.type().sql().equals(type);
        return plain
                && sameType
                && SHORT.containsKey(type)
                && owned.unlogged() == table.options().unlogged()
                && NotNull.PLAIN.equals(column.notNull())
                && isDefaultName(owned.name(), table, column)
                && shortened(owned.options(), type).equals(SequenceOptions.DEFAULTS);
    }

    /** {@return the sequence of an identity column} */
    public static QualifiedName sequence(QualifiedName table, String column, Identity identity) {
        return identity.sequence() == null ? usualSequence(table, column) : identity.sequence();
    }

    /** {@return the name that PostgreSQL chooses for the sequence of a column} */
    public static QualifiedName usualSequence(QualifiedName table, String column) {
        return table.sibling(DefaultNames.of(table.name(), column, "seq"));
    }

    /** {@return whether PostgreSQL would choose the name for the sequence of a column} */
    static boolean isDefaultName(QualifiedName sequence, Table table, Column column) {
        return sequence.equals(usualSequence(table.name(), column.name()));
    }

    /** {@return the column as {@code serial}} */
    static Column asSerial(Column column) {
        String word = Objects.requireNonNull(SHORT.get(column.type().sql()));
        return column.withType(new DataType(word)).withValue(ColumnValue.NONE).withNotNull(null);
    }

    /** {@return the identity without what PostgreSQL does by itself} */
    public static Identity shortened(Identity identity, Table table, Column column) {
        QualifiedName name = identity.sequence();
        return new Identity(
                identity.always(),
                shortened(identity.options(), column.type().sql()),
                name != null && isDefaultName(name, table, column) ? null : name);
    }

    /** {@return the options without those that are PostgreSQL's defaults for a sequence of the type} */
    public static SequenceOptions shortened(SequenceOptions options, String type) {
        long most = MAXIMA.getOrDefault(type, Long.MAX_VALUE);
        boolean down = options.increment() != null && options.increment() < 0;
        Long minimum = unless(options.minimum(), down ? -most - 1 : 1);
        Long maximum = unless(options.maximum(), down ? -1 : most);
        long first = down ? orElse(maximum, -1) : orElse(minimum, 1);
        return new SequenceOptions(
                unless(options.start(), first),
                unless(options.increment(), 1),
                minimum,
                maximum,
                unless(options.cache(), 1),
                options.cycle());
    }

    private static @Nullable Long unless(@Nullable Long value, long usual) {
        return value == null || value == usual ? null : value;
    }

    private static long orElse(@Nullable Long value, long other) {
        return value == null ? other : value;
    }
}
