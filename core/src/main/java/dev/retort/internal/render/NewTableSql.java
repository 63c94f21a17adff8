/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.ColumnText;
import dev.retort.internal.render.text.ConstraintText;
import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.NotNull;
import dev.retort.schema.part.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new table: {@code CREATE TABLE}, then what that cannot say.
 *
 * @param table the table
 * @param ifNotExists whether nothing happens when there is one of that name
 */
record NewTableSql(Dialect dialect, Table table, boolean ifNotExists) {

    /** {@return the statements} */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add(create());
        addColumnExtras(statements);
        own(table.constraints())
                .filter(constraint -> !fitsInTable(constraint))
                .forEach(constraint ->
                        statements.add(alter() + "ADD " + new ConstraintText(dialect).definition(constraint)));
        table.indexes().forEach(index -> statements.addAll(index(index)));
        addGuards(statements);
        addComments(statements);
        statements.addAll(new ObjectText(dialect).grant(table.key(), table.grants()));
        return statements;
    }

    private String create() {
        StringBuilder text = new StringBuilder("CREATE ")
                .append(table.options().unlogged() ? "UNLOGGED TABLE " : "TABLE ")
                .append(ifNotExists ? "IF NOT EXISTS " : "")
                .append(dialect.name(table.name()));
        List<String> elements = elements();
        if (table.partitionOf() != null) {
            text.append(" PARTITION OF ")
                    .append(dialect.name(table.partitionOf().parent()));
        }
        if (!elements.isEmpty() || table.partitionOf() == null) {
            text.append(elements.isEmpty() ? " ()" : " (\n    " + String.join(",\n    ", elements) + "\n)");
        }
        clauses().forEach(clause -> text.append('\n').append(clause));
        return text.toString();
    }

    private List<String> elements() {
        List<String> elements = new ArrayList<>();
        ColumnText columns = new ColumnText(dialect);
        for (Column column : table.columns()) {
            String text = isParents(column) ? columns.partitionOptions(column) : columns.definition(column);
            if (text != null && (table.partitionOf() != null || !column.inherited())) {
                elements.add(text);
            }
        }
        ConstraintText constraints = new ConstraintText(dialect);
        own(table.constraints())
                .filter(this::fitsInTable)
                .forEach(constraint -> elements.add(constraints.definition(constraint)));
        return elements;
    }

    /** Of two unique keys over the same columns {@code CREATE TABLE} makes only one. */
    private boolean fitsInTable(Constraint constraint) {
        return ConstraintText.fitsInTable(constraint)
                && !(constraint instanceof Constraint.Unique unique && isMerged(unique));
    }

    private boolean isMerged(Constraint.Unique unique) {
        boolean isKey = table.primaryKey()
                .filter(key -> key.columns().equals(unique.columns()))
                .isPresent();
        return isKey
                || table.constraints().stream()
                        .takeWhile(other -> !other.equals(unique))
                        .anyMatch(other -> other instanceof Constraint.Unique earlier
                                && earlier.columns().equals(unique.columns()));
    }

    private boolean isParents(Column column) {
        return table.partitionOf() != null || column.inherited();
    }

    private static Stream<Constraint> own(List<Constraint> constraints) {
        return constraints.stream()
                .filter(constraint -> !(constraint instanceof Constraint.Check check && check.inherited()));
    }

    private List<String> clauses() {
        TableOptions options = table.options();
        List<String> clauses = new ArrayList<>();
        if (table.partitionOf() != null) {
            clauses.add(table.partitionOf().bound());
        }
        if (!table.inherits().isEmpty()) {
            clauses.add("INHERITS ("
                    + String.join(
                            ", ", table.inherits().stream().map(dialect::name).toList()) + ")");
        }
        add(clauses, "PARTITION BY ", table.partitionBy());
        add(clauses, "USING ", options.accessMethod() == null ? null : dialect.quote(options.accessMethod()));
        add(clauses, "WITH ", options.parameters().isEmpty() ? null : dialect.parameters(options.parameters()));
        add(clauses, "TABLESPACE ", options.tablespace() == null ? null : dialect.quote(options.tablespace()));
        return clauses;
    }

    private static void add(List<String> clauses, String words, @Nullable String text) {
        if (text != null) {
            clauses.add(words + text);
        }
    }

    /** One statement sets what {@code CREATE TABLE} cannot say of columns. */
    private void addColumnExtras(List<String> statements) {
        String head = alter() + "ALTER COLUMN ";
        List<String> extras = table.columns().stream()
                .flatMap(column -> columnExtras(column).stream())
                .toList();
        List<String> actions = extras.stream()
                .filter(extra -> extra.startsWith(head))
                .map(extra -> extra.substring(alter().length()))
                .toList();
        if (actions.size() == 1) {
            statements.add(alter() + actions.get(0));
        } else if (!actions.isEmpty()) {
            statements.add(alter().stripTrailing() + "\n    " + String.join(",\n    ", actions));
        }
        extras.stream().filter(extra -> !extra.startsWith(head)).forEach(statements::add);
    }

    private List<String> columnExtras(Column column) {
        List<String> extras = new ArrayList<>(new ColumnSql(dialect).extras(table.name(), column));
        NotNull notNull = column.notNull();
        if (notNull != null && !notNull.validated()) {
            extras.add(alter() + "ADD " + new ColumnText(dialect).notNullConstraint(column.name(), notNull));
        }
        boolean ofParent = column.inherited() && table.partitionOf() == null;
        if (ofParent && column.value() instanceof ColumnValue.Default given) {
            extras.add(alter() + "ALTER COLUMN " + dialect.quote(column.name()) + " SET DEFAULT " + given.expression());
        }
        return extras;
    }

    private List<String> index(Index index) {
        boolean asked = ifNotExists && index.name() != null;
        return new IndexSql(dialect).createIndex(new CreateIndex(table.name(), index, false, asked));
    }

    private void addGuards(List<String> statements) {
        TableOptions options = table.options();
        TriggerSql triggers = new TriggerSql(dialect);
        table.triggers().forEach(trigger -> statements.addAll(triggers.create(table.name(), trigger)));
        if (options.rowSecurity()) {
            statements.add(alter() + "ENABLE ROW LEVEL SECURITY");
        }
        if (options.forceRowSecurity()) {
            statements.add(alter() + "FORCE ROW LEVEL SECURITY");
        }
        PolicySql policies = new PolicySql(dialect);
        table.policies().forEach(policy -> statements.addAll(policies.create(table.name(), policy)));
        if (options.replicaIdentity() != null) {
            statements.add(alter() + "REPLICA IDENTITY " + options.replicaIdentity());
        }
        if (options.clusterIndex() != null) {
            statements.add(alter() + "CLUSTER ON " + dialect.quote(options.clusterIndex()));
        }
    }

    private void addComments(List<String> statements) {
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, table.key(), table.comment());
        objects.addColumns(statements, table.name(), table.columns());
        for (Constraint constraint : table.constraints()) {
            if (constraint.name() != null) {
                ObjectKey key = ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), constraint.name());
                objects.addComment(statements, key, constraint.comment());
            }
        }
    }

    private String alter() {
        return "ALTER TABLE " + dialect.name(table.name()) + " ";
    }
}
