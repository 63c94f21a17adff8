/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.internal.render.java.JavaNode.Chain;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Generated;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import dev.retort.schema.part.NotNull;
import dev.retort.schema.part.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables, columns and indexes in the words of a revision's DSL, whose classes are known here by name only,
 * because this package does not import them. Parts without a method of the DSL have no such form.
 *
 * @param expressions writes what they hold, and keeps the imports
 */
record JavaDefinitions(JavaExpressions expressions) {

    private static final String WORDS = "dev.retort.migration.Definitions.";

    /**
     * {@return columns and constraints as the arguments of a call, behind the table's name; {@code null} when the DSL
     * lacks words}
     */
    @Nullable
    List<JavaNode> table(Table table) {
        JavaNode name = name(table.name());
        if (name == null || !table.equals(Table.of(table.name(), table.columns(), table.constraints()))) {
            return null;
        }
        List<@Nullable JavaNode> elements = new ArrayList<>();
        elements.add(name);
        table.columns().forEach(column -> elements.add(column(column)));
        table.constraints().forEach(constraint -> elements.add(constraint(constraint)));
        return complete(elements);
    }

    /** {@return the nodes, when none of them is missing} */
    static @Nullable List<JavaNode> complete(List<@Nullable JavaNode> nodes) {
        return nodes.stream().allMatch(Objects::nonNull)
                ? nodes.stream().map(Objects::requireNonNull).toList()
                : null;
    }

    /** {@return a name as a user writes it, with its schema before a dot; {@code null} when it holds a dot itself} */
    @Nullable
    JavaNode name(QualifiedName name) {
        String schema = expressions.shownSchema(name);
        boolean plain = name.name().indexOf('.') < 0 && (schema == null || schema.indexOf('.') < 0);
        return plain ? expressions.of(schema == null ? name.name() : schema + "." + name.name()) : null;
    }

    /** {@return a column} */
    @Nullable
    JavaNode column(Column column) {
        NotNull notNull = column.notNull();
        Column made = Column.of(column.name(), column.type())
                .withCollation(column.collation())
                .withNotNull(notNull)
                .withValue(column.value())
                .withComment(column.comment());
        boolean usual = notNull == null || notNull.equals(NotNull.PLAIN);
        Call value = value(column.value());
        if (!made.equals(column) || !usual || (value == null && !column.value().equals(ColumnValue.NONE))) {
            return null;
        }
        List<Call> calls = new ArrayList<>();
        add(calls, "collate", column.collation());
        if (notNull != null) {
            calls.add(new Call("notNull", List.of()));
        }
        if (value != null) {
            calls.add(value);
        }
        add(calls, "comment", column.comment());
        JavaNode type = new JavaTypes(expressions).of(column.type());
        return chain(word("column", List.of(expressions.of(column.name()), type)), calls);
    }

    private @Nullable Call value(ColumnValue value) {
        if (value instanceof Default simple) {
            return new Call("defaultTo", List.of(expressions.of(simple.expression())));
        }
        if (value instanceof Generated generated) {
            String how = generated.stored() ? "generatedStored" : "generatedVirtual";
            return new Call(how, List.of(expressions.of(generated.expression())));
        }
        if (value instanceof Identity identity
                && identity.equals(new Identity(identity.always(), SequenceOptions.DEFAULTS, null))) {
            return new Call(identity.always() ? "identity" : "identityByDefault", List.of());
        }
        return null;
    }

    /** {@return a constraint} */
    @Nullable
    JavaNode constraint(Constraint constraint) {
        return new JavaConstraints(this).of(constraint);
    }

    /** {@return an index} */
    @Nullable
    JavaNode index(QualifiedName table, Index index, boolean concurrently) {
        JavaNode on = name(table);
        if (on == null || index.name() == null || !index.equals(expressible(index))) {
            return null;
        }
        List<Call> calls = new ArrayList<>();
        calls.add(new Call("on", elements(on, index)));
        addFlag(calls, "unique", index.unique());
        add(calls, "using", index.method().equals("btree") ? null : index.method());
        if (!index.include().isEmpty()) {
            calls.add(new Call("include", texts(index.include())));
        }
        add(calls, "where", index.predicate());
        addFlag(calls, "concurrently", concurrently);
        return chain(word("index", List.of(expressions.of(index.name()))), calls);
    }

    /** {@return the index without what the DSL does not say} */
    private static Index expressible(Index index) {
        return new Index(
                index.name(),
                index.unique(),
                false,
                index.method(),
                index.elements(),
                index.include(),
                index.predicate(),
                IndexStorage.DEFAULT,
                true,
                null);
    }

    private List<JavaNode> elements(JavaNode table, Index index) {
        List<JavaNode> arguments = new ArrayList<>(List.of(table));
        List<String> columns = new ArrayList<>();
        for (IndexElement element : index.elements()) {
            if (element.column() != null && element.equals(IndexElement.column(element.column()))) {
                columns.add(element.column());
            }
        }
        if (columns.size() == index.elements().size()) {
            arguments.addAll(texts(columns));
        } else {
            arguments.add(expressions.of(index.elements()));
        }
        return arguments;
    }

    /** {@return texts as arguments} */
    List<JavaNode> texts(List<String> texts) {
        return texts.stream().map(expressions::of).toList();
    }

    /** {@return one of the words that a table is described with} */
    Call word(String word, List<JavaNode> arguments) {
        return new Call(expressions.staticWord(WORDS + word), arguments);
    }

    /** Adds a call with one argument, where there is one. */
    void add(List<Call> calls, String method, @Nullable Object argument) {
        if (argument != null) {
            calls.add(new Call(method, List.of(expressions.of(argument))));
        }
    }

    /** Adds a call without arguments, where it is true. */
    static void addFlag(List<Call> calls, String method, boolean said) {
        if (said) {
            calls.add(new Call(method, List.of()));
        }
    }

    /** {@return calls one on the result of the other} */
    static JavaNode chain(JavaNode base, List<Call> calls) {
        return calls.isEmpty() ? base : new Chain(base, calls);
    }
}
