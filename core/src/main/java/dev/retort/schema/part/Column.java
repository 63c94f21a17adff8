/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param collation its collation as SQL, where it is not the type's own
 * @param notNull its {@code NOT NULL}; {@code null} if it is nullable
 * @param value where its value comes from
 * @param storage {@code PLAIN}, {@code EXTERNAL}, {@code EXTENDED} or {@code MAIN}, where it is not the type's own
 * @param compression {@code pglz} or {@code lz4} (14), where it is stated
 * @param statistics the statistics target, where it is stated
 * @param options options for the planner, such as {@code n_distinct}
 * @param inherited whether the table has it only from a parent: then the parent's statement creates it
 * @param grants privileges on this column alone
 * @param comment its comment
 * @since 0.1
 */
public record Column(
        String name,
        DataType type,
        @Nullable String collation,
        @Nullable NotNull notNull,
        ColumnValue value,
        @Nullable String storage,
        @Nullable String compression,
        @Nullable Integer statistics,
        Map<String, String> options,
        boolean inherited,
        List<Grant> grants,
        @Nullable String comment) {

    /**
     * Copies the options and the grants.
     *
     * @param name its name
     * @param type its type
     * @param collation its collation as SQL, where it is not the type's own
     * @param notNull its {@code NOT NULL}; {@code null} if it is nullable
     * @param value where its value comes from
     * @param storage {@code PLAIN}, {@code EXTERNAL}, {@code EXTENDED} or {@code MAIN}, where it is not the type's own
     * @param compression {@code pglz} or {@code lz4} (14), where it is stated
     * @param statistics the statistics target, where it is stated
     * @param options options for the planner, such as {@code n_distinct}
     * @param inherited whether the table has it only from a parent: then the parent's statement creates it
     * @param grants privileges on this column alone
     * @param comment its comment
     */
    public Column {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        grants = List.copyOf(grants);
    }

    /**
     * {@return a nullable column without a default}
     *
     * @param name its name, unquoted
     * @param type its type
     */
    public static Column of(String name, DataType type) {
        return new Column(name, type, null, null, ColumnValue.NONE, null, null, null, Map.of(), false, List.of(), null);
    }

    /** {@return whether it is {@code NOT NULL}} */
    public boolean isNotNull() {
        return notNull != null;
    }

    /**
     * {@return this column under another name}
     *
     * @param other the other name, unquoted
     */
    public Column withName(String other) {
        return with(parts -> parts.name = other);
    }

    /**
     * {@return this column with another type}
     *
     * @param other the other type; the collation stays as it is
     */
    public Column withType(DataType other) {
        return with(parts -> parts.type = other);
    }

    /**
     * {@return this column with another collation}
     *
     * @param other the collation as SQL; {@code null} for the type's own
     */
    public Column withCollation(@Nullable String other) {
        return with(parts -> parts.collation = other);
    }

    /**
     * {@return this column, {@code NOT NULL} or nullable}
     *
     * @param other {@code NOT NULL}; {@code null} for a column that allows nulls
     */
    public Column withNotNull(@Nullable NotNull other) {
        return with(parts -> parts.notNull = other);
    }

    /**
     * {@return this column with another source of values}
     *
     * @param other the default, identity or generation expression; {@link ColumnValue#NONE} for none of them
     */
    public Column withValue(ColumnValue other) {
        return with(parts -> parts.value = other);
    }

    /**
     * {@return this column stored in another way}
     *
     * @param otherStorage {@code PLAIN}, {@code EXTERNAL}, {@code EXTENDED} or {@code MAIN}; {@code null} for the
     *     type's own
     * @param otherCompression {@code pglz} or {@code lz4} (14); {@code null} for the server's default
     */
    public Column withStorage(@Nullable String otherStorage, @Nullable String otherCompression) {
        return with(parts -> {
            parts.storage = otherStorage;
            parts.compression = otherCompression;
        });
    }

    /**
     * {@return this column with another statistics target}
     *
     * @param other the target of {@code ANALYZE}; {@code null} for the server's default
     */
    public Column withStatistics(@Nullable Integer other) {
        return with(parts -> parts.statistics = other);
    }

    /**
     * {@return this column with other privileges}
     *
     * @param other the privileges in place of these
     */
    public Column withGrants(List<Grant> other) {
        return with(parts -> parts.grants = other);
    }

    /**
     * {@return this column with another comment}
     *
     * @param other the other comment; {@code null} for none
     */
    public Column withComment(@Nullable String other) {
        return with(parts -> parts.comment = other);
    }

    private Column with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.column();
    }

    /** The parts of a column while a copy of it is made. */
    private static final class Parts {
        private final Column from;
        private String name;
        private DataType type;
        private @Nullable String collation;
        private @Nullable NotNull notNull;
        private ColumnValue value;
        private @Nullable String storage;
        private @Nullable String compression;
        private @Nullable Integer statistics;
        private List<Grant> grants;
        private @Nullable String comment;

        Parts(Column from) {
            this.from = from;
            name = from.name;
            type = from.type;
            collation = from.collation;
            notNull = from.notNull;
            value = from.value;
            storage = from.storage;
            compression = from.compression;
            statistics = from.statistics;
            grants = from.grants;
            comment = from.comment;
        }

        Column column() {
            return new Column(
                    name,
                    type,
                    collation,
                    notNull,
                    value,
                    storage,
                    compression,
                    statistics,
                    from.options,
                    from.inherited,
                    grants,
                    comment);
        }
    }
}
