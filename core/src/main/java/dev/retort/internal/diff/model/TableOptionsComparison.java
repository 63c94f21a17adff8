/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation.SetStorageParameters;
import dev.retort.operation.ObjectOperation.SetTablespace;
import dev.retort.operation.TableOperation.ForceRowSecurity;
import dev.retort.operation.TableOperation.SetAccessMethod;
import dev.retort.operation.TableOperation.SetReplicaIdentity;
import dev.retort.operation.TableOperation.SetRowSecurity;
import dev.retort.operation.TableOperation.SetUnlogged;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares how tables are kept. */
public final class TableOptionsComparison {

    private TableOptionsComparison() {}

    /** {@return the changes but that of the replica identity, which may need a new index} */
    public static List<AnnotatedOperation> changes(Table from, Table to) {
        TableOptions old = from.options();
        TableOptions wanted = to.options();
        List<AnnotatedOperation> changes = new ArrayList<>();
        if (old.unlogged() != wanted.unlogged()) {
            changes.add(AnnotatedOperation.of(new SetUnlogged(to.name(), wanted.unlogged())));
        }
        changes.addAll(parameters(to.key(), old.parameters(), wanted.parameters()));
        changes.addAll(tablespace(to.key(), old.tablespace(), wanted.tablespace()));
        if (!Objects.equals(old.accessMethod(), wanted.accessMethod())) {
            changes.add(AnnotatedOperation.of(
                    new SetAccessMethod(to.name(), or(old.accessMethod(), "heap"), or(wanted.accessMethod(), "heap"))));
        }
        if (old.rowSecurity() != wanted.rowSecurity()) {
            changes.add(AnnotatedOperation.of(new SetRowSecurity(to.name(), wanted.rowSecurity())));
        }
        if (old.forceRowSecurity() != wanted.forceRowSecurity()) {
            changes.add(AnnotatedOperation.of(new ForceRowSecurity(to.name(), wanted.forceRowSecurity())));
        }
        return changes;
    }

    /** {@return the change of the replica identity, if any} */
    public static List<AnnotatedOperation> replicaIdentity(Table from, Table to) {
        String old = or(from.options().replicaIdentity(), "DEFAULT");
        String wanted = or(to.options().replicaIdentity(), "DEFAULT");
        return old.equals(wanted)
                ? List.of()
                : List.of(AnnotatedOperation.of(new SetReplicaIdentity(to.name(), old, wanted)));
    }

    /** {@return the change of storage parameters, if any} */
    public static List<AnnotatedOperation> parameters(ObjectKey key, Map<String, String> from, Map<String, String> to) {
        return from.equals(to) ? List.of() : List.of(AnnotatedOperation.of(new SetStorageParameters(key, from, to)));
    }

    /** {@return the move to another tablespace, if any} */
    public static List<AnnotatedOperation> tablespace(ObjectKey key, @Nullable String from, @Nullable String to) {
        return Objects.equals(from, to)
                ? List.of()
                : List.of(AnnotatedOperation.of(new SetTablespace(key, or(from, "pg_default"), or(to, "pg_default"))));
    }

    public static TableOptions withAccessMethod(TableOptions options, @Nullable String accessMethod) {
        return new TableOptions(
                options.unlogged(),
                options.parameters(),
                options.tablespace(),
                accessMethod,
                options.rowSecurity(),
                options.forceRowSecurity(),
                options.replicaIdentity());
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
