/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.internal.render.java.JavaNode.Chain;
import dev.retort.internal.render.java.JavaNode.Word;
import dev.retort.schema.Table;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import dev.retort.schema.part.NotNull;
import dev.retort.schema.part.SequenceOptions;
import dev.retort.schema.part.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Java has shorter words for than a constructor with everything: constants, and records that differ little from what a
 * factory method makes.
 *
 * @param expressions writes what they hold
 */
record JavaShortForms(JavaExpressions expressions) {

    private static final Map<Record, String> CONSTANTS = Map.of(
            NotNull.PLAIN, "PLAIN",
            SequenceOptions.DEFAULTS, "DEFAULTS",
            IndexStorage.DEFAULT, "DEFAULT",
            TableOptions.DEFAULT, "DEFAULT");

    /** {@return the short form of a value; {@code null} when it has none} */
    @Nullable
    JavaNode of(Record value) {
        String constant = CONSTANTS.get(value);
        if (constant != null) {
            return new Word(expressions.type(value.getClass()) + "." + constant);
        }
        if (value.equals(ColumnValue.NONE)) {
            return new Word(expressions.type(ColumnValue.class) + ".NONE");
        }
        if (value instanceof Column column) {
            return column(column);
        }
        return value instanceof Table table ? table(table) : part(value);
    }

    private @Nullable JavaNode column(Column column) {
        Column made = Column.of(column.name(), column.type())
                .withCollation(column.collation())
                .withNotNull(column.notNull())
                .withValue(column.value())
                .withComment(column.comment());
        if (!made.equals(column)) {
            return null;
        }
        List<Call> calls = new ArrayList<>();
        add(calls, "withCollation", column.collation(), null);
        add(calls, "withNotNull", column.notNull(), null);
        add(calls, "withValue", column.value(), ColumnValue.NONE);
        add(calls, "withComment", column.comment(), null);
        return chain(Column.class, List.of(column.name(), column.type()), calls);
    }

    private @Nullable JavaNode table(Table table) {
        if (table.partitionBy() != null
                || table.partitionOf() != null
                || !table.inherits().isEmpty()) {
            return null;
        }
        List<Call> calls = new ArrayList<>();
        add(calls, "withIndexes", table.indexes(), List.of());
        add(calls, "withTriggers", table.triggers(), List.of());
        add(calls, "withPolicies", table.policies(), List.of());
        add(calls, "withOptions", table.options(), TableOptions.DEFAULT);
        add(calls, "withGrants", table.grants(), List.of());
        add(calls, "withComment", table.comment(), null);
        return chain(Table.class, List.of(table.name(), table.columns(), table.constraints()), calls);
    }

    private void add(List<Call> calls, String method, @Nullable Object value, @Nullable Object usual) {
        if (value != null && !value.equals(usual)) {
            calls.add(new Call(method, List.of(expressions.of(value))));
        }
    }

    private JavaNode chain(Class<?> type, List<?> arguments, List<Call> calls) {
        JavaNode base = new Call(
                expressions.type(type) + ".of",
                arguments.stream().map(expressions::of).toList());
        return calls.isEmpty() ? base : new Chain(base, calls);
    }

    private @Nullable JavaNode part(Record value) {
        if (value instanceof PrimaryKey key && key.equals(PrimaryKey.of(key.name(), key.columns()))) {
            return factory(value, key.name(), key.columns());
        }
        if (value instanceof Unique key && key.equals(Unique.of(key.name(), key.columns()))) {
            return factory(value, key.name(), key.columns());
        }
        if (value instanceof Check check && check.equals(Check.of(check.name(), check.expression()))) {
            return factory(value, check.name(), check.expression());
        }
        if (value instanceof ForeignKey key
                && key.equals(ForeignKey.of(key.name(), key.columns(), key.referenced(), key.referencedColumns()))) {
            return factory(value, key.name(), key.columns(), key.referenced(), key.referencedColumns());
        }
        return value instanceof IndexElement element ? element(element) : null;
    }

    private @Nullable JavaNode element(IndexElement element) {
        String type = expressions.type(IndexElement.class);
        if (element.column() != null && element.equals(IndexElement.column(element.column()))) {
            return new Call(type + ".column", List.of(expressions.of(element.column())));
        }
        return element.expression() != null && element.equals(IndexElement.expression(element.expression()))
                ? new Call(type + ".expression", List.of(expressions.of(element.expression())))
                : null;
    }

    private JavaNode factory(Record value, @Nullable Object... arguments) {
        List<JavaNode> nodes = new ArrayList<>();
        for (Object argument : arguments) {
            nodes.add(expressions.of(argument));
        }
        return new Call(expressions.type(value.getClass()) + ".of", nodes);
    }
}
