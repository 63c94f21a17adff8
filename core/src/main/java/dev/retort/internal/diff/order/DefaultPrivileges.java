/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.Serial;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ObjectOperation.CreateObject;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.operation.Operation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DefaultGrant;
import dev.retort.schema.part.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Takes from new objects what default privileges give on them and the schema does not. */
public final class DefaultPrivileges {

    private static final Set<String> SERIALS = Set.of("smallserial", "serial", "bigserial");

    private final List<DefaultGrant> defaults;
    private final Predicate<ObjectKey> isCompared;
    private final List<AnnotatedOperation> result = new ArrayList<>();

    /**
     * Makes it.
     *
     * @param isCompared whether the privileges on an object are to be just those of its definition
     */
    public DefaultPrivileges(List<DefaultGrant> defaults, Predicate<ObjectKey> isCompared) {
        this.defaults = defaults;
        this.isCompared = isCompared;
    }

    /** {@return the changes, with the REVOKE of privileges behind each creation} */
    public List<AnnotatedOperation> narrowed(List<AnnotatedOperation> changes) {
        if (defaults.isEmpty()) {
            return changes;
        }
        for (AnnotatedOperation change : changes) {
            result.add(change);
            narrow(change.operation());
        }
        return result;
    }

    private void narrow(Operation operation) {
        if (operation instanceof CreateTable create) {
            Table table = create.definition();
            narrow(table.key(), 'r', table.grants());
            table.columns().forEach(column -> narrowSerial(table.name(), column));
        } else if (operation instanceof AddColumn add) {
            narrowSerial(add.table(), add.definition());
        } else if (operation instanceof CreateView create) {
            narrow(create.definition().key(), 'r', create.definition().grants());
        } else if (operation instanceof CreateMaterializedView create) {
            narrow(create.definition().key(), 'r', create.definition().grants());
        } else if (operation instanceof CreateSequence create) {
            narrow(create.definition().key(), 'S', create.definition().grants());
        } else if (operation instanceof CreateRoutine create) {
            narrow(create.definition().key(), 'f', create.definition().grants());
        } else if (operation instanceof CreateObject create && create.object().kind() == ObjectKind.AGGREGATE) {
            narrow(create.object(), 'f', create.definition().grants());
        }
    }

    private void narrowSerial(QualifiedName table, Column column) {
        if (SERIALS.contains(column.type().sql())) {
            ObjectKey key = ObjectKey.of(ObjectKind.SEQUENCE, Serial.usualSequence(table, column.name()));
            narrow(key, 'S', List.of());
        }
    }

    private void narrow(ObjectKey key, char kind, List<Grant> wanted) {
        List<Grant> more = defaults.stream()
                .filter(given -> given.kind() == kind
                        && (given.schema() == null || given.schema().equals(key.schema())))
                .map(DefaultGrant::grant)
                .filter(grant -> !wanted.contains(grant))
                .distinct()
                .sorted()
                .toList();
        if (more.isEmpty() || !isCompared.test(key)) {
            return;
        }
        result.add(AnnotatedOperation.of(new RevokePrivileges(key, more)));
        List<Grant> again = wanted.stream()
                .filter(grant -> more.stream().anyMatch(other -> isOf(grant, other)))
                .toList();
        if (!again.isEmpty()) {
            result.add(AnnotatedOperation.of(new GrantPrivileges(key, again)));
        }
    }

    private static boolean isOf(Grant grant, Grant other) {
        return grant.grantee().equals(other.grantee()) && grant.privilege().equals(other.privilege());
    }
}
