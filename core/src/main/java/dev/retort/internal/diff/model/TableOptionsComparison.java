/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation.SetStorageParameters;
import dev.retort.operation.ObjectOperation.SetTablespace;
import dev.retort.operation.TableOperation.ForceRowSecurity;
import dev.retort.operation.TableOperation.SetAccessMethod;
import dev.retort.operation.TableOperation.SetClusterIndex;
import dev.retort.operation.TableOperation.SetReplicaIdentity;
import dev.retort.operation.TableOperation.SetRowSecurity;
import dev.retort.operation.TableOperation.SetUnlogged;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares how tables are kept. */
public final class TableOptionsComparison {

    private static final String IDENTITY_INDEX = "USING INDEX ";
    private static final Set<String> DIRECT = Set.of("FULL", "NOTHING");

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

    /**
     * {@return the changes of the replica identity and of the index of {@code CLUSTER}, if any}
     *
     * @param isBuilt whether an index of that name is built by the script, so that it is neither yet
     */
    public static List<AnnotatedOperation> ofIndexes(Table from, Table to, Predicate<String> isBuilt) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        String old = or(from.options().replicaIdentity(), "DEFAULT");
        String wanted = or(to.options().replicaIdentity(), "DEFAULT");
        boolean lost = Stream.concat(names(to), to.attachedIndexes().stream().map(AttachedIndex::name))
                .anyMatch(name -> wanted.equals(IDENTITY_INDEX + Identifiers.quote(name)) && isBuilt.test(name));
        if (!old.equals(wanted) || lost) {
            changes.add(AnnotatedOperation.of(new SetReplicaIdentity(to.name(), old, wanted)));
        }
        String before = or(from.options().clusterIndex(), "");
        String then = or(to.options().clusterIndex(), "");
        if (!before.equals(then) || (!then.isEmpty() && isBuilt.test(then))) {
            changes.add(AnnotatedOperation.of(new SetClusterIndex(to.name(), before, then)));
        }
        return changes;
    }

    /** {@return the names of the indexes and constraints of a table} */
    public static Stream<String> names(Table table) {
        return Stream.concat(
                        table.indexes().stream().map(Index::name),
                        table.constraints().stream().map(Constraint::name))
                .filter(Objects::nonNull);
    }

    /** {@return a new table without what names an index that it does not have yet} */
    public static Table withoutLaterIndexes(Table bare) {
        TableOptions options = bare.options();
        boolean hasAll = Stream.of(options.replicaIdentity(), or(options.clusterIndex(), "FULL"))
                .filter(Objects::nonNull)
                .allMatch(use -> DIRECT.contains(use)
                        || names(bare)
                                .anyMatch(name ->
                                        use.equals(name) || use.equals(IDENTITY_INDEX + Identifiers.quote(name))));
        return hasAll ? bare : bare.withOptions(options.withoutIndexes());
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
                options.replicaIdentity(),
                options.clusterIndex());
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
