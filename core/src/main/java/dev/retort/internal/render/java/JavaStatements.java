/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes operations on tables as calls of a revision's DSL, without the receiver; what it has no method for has no such form.
 *
 * @param expressions writes what they hold, and keeps the imports
 */
record JavaStatements(JavaExpressions expressions) {

    /** {@return the call that makes an equal operation; {@code null} when the DSL has none} */
    @Nullable
    Call of(Operation operation) {
        for (Form form : List.<Form>of(this::table, this::column, this::alteredColumn, this::constraint, this::index)) {
            Call call = form.of(operation);
            if (call != null) {
                return call;
            }
        }
        return new JavaOtherStatements(this).of(operation);
    }

    /** Knows some kinds of operations. */
    private interface Form {
        @Nullable
        Call of(Operation operation);
    }

    private JavaDefinitions definitions() {
        return new JavaDefinitions(expressions);
    }

    private @Nullable Call table(Operation operation) {
        if (operation instanceof CreateTable create && create.equals(CreateTable.of(create.definition()))) {
            return call("createTable", definitions().table(create.definition()));
        }
        if (operation instanceof DropTable drop) {
            Table dropped = drop.dropped();
            if (drop.equals(new DropTable(drop.table(), false, false, null))) {
                return of("dropTable", drop.table());
            }
            return dropped != null && drop.equals(DropTable.of(dropped))
                    ? call("dropTable", definitions().table(dropped))
                    : null;
        }
        return null;
    }

    private @Nullable Call column(Operation operation) {
        if (operation instanceof AddColumn add && add.equals(AddColumn.of(add.table(), add.definition()))) {
            return of("addColumn", add.table(), definitions().column(add.definition()));
        }
        if (operation instanceof DropColumn drop) {
            if (drop.equals(new DropColumn(drop.table(), drop.column(), false, false, false, null))) {
                return of("dropColumn", drop.table(), expressions.of(drop.column()));
            }
            return drop.dropped() != null && drop.equals(DropColumn.of(drop.table(), drop.dropped()))
                    ? of("dropColumn", drop.table(), definitions().column(drop.dropped()))
                    : null;
        }
        return null;
    }

    private @Nullable Call alteredColumn(Operation operation) {
        if (operation instanceof AlterColumnNullability alter) {
            return nullability(alter);
        }
        if (operation instanceof AlterColumnValue alter && alter.from() == null) {
            JavaNode column = expressions.of(alter.column());
            if (alter.to() instanceof ColumnValue.Default value) {
                return of("setDefault", alter.table(), column, expressions.of(value.expression()));
            }
            return alter.to().equals(ColumnValue.NONE) ? of("dropDefault", alter.table(), column) : null;
        }
        if (operation instanceof AlterColumnType alter) {
            ColumnType plain = new ColumnType(alter.to().type(), null);
            JavaNode type = new JavaTypes(expressions).of(alter.to().type());
            return alter.equals(new AlterColumnType(alter.table(), alter.column(), null, plain, alter.using(), null))
                    ? of(
                            "alterColumnType",
                            alter.table(),
                            expressions.of(alter.column()),
                            type,
                            expressions.of(alter.using()))
                    : null;
        }
        return null;
    }

    private @Nullable Call nullability(AlterColumnNullability alter) {
        JavaNode column = expressions.of(alter.column());
        if (alter.equals(AlterColumnNullability.setNotNull(alter.table(), alter.column()))) {
            return of("setNotNull", alter.table(), column);
        }
        return alter.equals(AlterColumnNullability.dropNotNull(alter.table(), alter.column()))
                ? of("dropNotNull", alter.table(), column)
                : null;
    }

    private @Nullable Call constraint(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return of("addConstraint", add.table(), definitions().constraint(add.definition()));
        }
        if (operation instanceof DropConstraint drop) {
            if (drop.equals(new DropConstraint(drop.table(), drop.name(), false, false, null))) {
                return of("dropConstraint", drop.table(), expressions.of(drop.name()));
            }
            return drop.dropped() != null && drop.equals(DropConstraint.of(drop.table(), drop.dropped()))
                    ? of("dropConstraint", drop.table(), definitions().constraint(drop.dropped()))
                    : null;
        }
        return operation instanceof ValidateConstraint validate && validate.definition() == null
                ? of("validateConstraint", validate.table(), expressions.of(validate.name()))
                : null;
    }

    private @Nullable Call index(Operation operation) {
        if (operation instanceof CreateIndex create && !create.ifNotExists()) {
            return call("createIndex", definitions().index(create.table(), create.definition(), create.concurrently()));
        }
        return operation instanceof DropIndex drop && !drop.ifExists() && !drop.cascade() ? dropIndex(drop) : null;
    }

    private @Nullable Call dropIndex(DropIndex drop) {
        QualifiedName table = drop.table();
        Index dropped = drop.dropped();
        if (table == null && dropped == null) {
            return of(drop.concurrently() ? "dropIndexConcurrently" : "dropIndex", drop.index());
        }
        if (table == null || dropped == null || dropped.name() == null) {
            return null;
        }
        return drop.index().equals(table.sibling(dropped.name()))
                ? call("dropIndex", definitions().index(table, dropped, drop.concurrently()))
                : null;
    }

    /** {@return a call with a name as its first argument; {@code null} when one of the arguments has no form} */
    @Nullable
    Call of(String method, QualifiedName name, @Nullable JavaNode... arguments) {
        List<@Nullable JavaNode> all = new ArrayList<>();
        all.add(definitions().name(name));
        all.addAll(Arrays.asList(arguments));
        return call(method, JavaDefinitions.complete(all));
    }

    private static @Nullable Call call(String method, @Nullable JavaNode argument) {
        return argument == null ? null : new Call(method, List.of(argument));
    }

    static @Nullable Call call(String method, @Nullable List<JavaNode> arguments) {
        return arguments == null ? null : new Call(method, arguments);
    }
}
