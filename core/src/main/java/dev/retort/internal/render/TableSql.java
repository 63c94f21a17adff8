/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.operation.TableOperation;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.TableOperation.ForceRowSecurity;
import dev.retort.operation.TableOperation.SetAccessMethod;
import dev.retort.operation.TableOperation.SetClusterIndex;
import dev.retort.operation.TableOperation.SetReplicaIdentity;
import dev.retort.operation.TableOperation.SetRowSecurity;
import dev.retort.operation.TableOperation.SetUnlogged;
import dev.retort.schema.name.QualifiedName;
import java.util.List;

/** Writes operations on tables. */
record TableSql(Dialect dialect) implements TableOperation.Visitor<List<String>> {

    @Override
    public List<String> createTable(CreateTable operation) {
        return new NewTableSql(dialect, operation.definition(), operation.ifNotExists()).statements();
    }

    @Override
    public List<String> dropTable(DropTable operation) {
        return List.of("DROP TABLE " + (operation.ifExists() ? "IF EXISTS " : "") + dialect.name(operation.table())
                + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> setUnlogged(SetUnlogged operation) {
        return alter(operation.table(), operation.unlogged() ? "SET UNLOGGED" : "SET LOGGED");
    }

    @Override
    public List<String> setRowSecurity(SetRowSecurity operation) {
        return alter(operation.table(), (operation.enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
    }

    @Override
    public List<String> forceRowSecurity(ForceRowSecurity operation) {
        return alter(operation.table(), (operation.forced() ? "" : "NO ") + "FORCE ROW LEVEL SECURITY");
    }

    @Override
    public List<String> setReplicaIdentity(SetReplicaIdentity operation) {
        return alter(operation.table(), "REPLICA IDENTITY " + operation.to());
    }

    @Override
    public List<String> setClusterIndex(SetClusterIndex operation) {
        return alter(
                operation.table(),
                operation.to().isEmpty() ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + dialect.quote(operation.to()));
    }

    @Override
    public List<String> setAccessMethod(SetAccessMethod operation) {
        dialect.require(15, "change of a table's access method");
        return alter(operation.table(), "SET ACCESS METHOD " + dialect.quote(operation.to()));
    }

    private List<String> alter(QualifiedName table, String action) {
        return List.of("ALTER TABLE " + dialect.name(table) + " " + action);
    }
}
