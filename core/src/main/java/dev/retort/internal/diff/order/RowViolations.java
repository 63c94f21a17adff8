/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.SetEnforced;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.DomainOperation.AddDomainConstraint;
import dev.retort.operation.DomainOperation.SetDomainNotNull;
import dev.retort.operation.DomainOperation.ValidateDomainConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Domain;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and unique indexes that rows may violate: a sentence above each says when its statement fails. There is none
 * where the script creates the table, and where an earlier rule proves that no row violates the new one.
 *
 * @param sides the schemas before and after the script
 */
public record RowViolations(ComparedSchemas sides) {

    /** {@return the changes, with a sentence above each that rows may violate} */
    public List<AnnotatedOperation> noted(List<AnnotatedOperation> changes) {
        ScriptEffects effects = new ScriptEffects(changes);
        return changes.stream().map(change -> noted(change, effects)).toList();
    }

    private AnnotatedOperation noted(AnnotatedOperation change, ScriptEffects effects) {
        String note = note(change.operation(), effects);
        if (note == null) {
            return change;
        }
        List<String> notes = new ArrayList<>(change.notes());
        notes.add(note);
        return new AnnotatedOperation(change.operation(), notes);
    }

    private @Nullable String note(Operation operation, ScriptEffects effects) {
        if (operation instanceof AddConstraint add) {
            return ofConstraint(add.table(), add.definition(), effects);
        }
        if (operation instanceof ValidateConstraint validate) {
            return ofConstraint(validate.table(), validate.definition(), effects);
        }
        if (operation instanceof SetEnforced set && set.enforced()) {
            return ofConstraint(set.table(), constraint(set.table(), set.name()), effects);
        }
        if (operation instanceof CreateIndex create) {
            UniqueKey key = UniqueKey.of(create.definition());
            return key == null ? null : ofKey(create.table(), key, effects);
        }
        return ofDomain(operation, effects);
    }

    private @Nullable Constraint constraint(QualifiedName table, String name) {
        Table to = sides.to().table(table);
        return to == null
                ? null
                : to.constraints().stream()
                        .filter(constraint -> name.equals(constraint.name()))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable String ofConstraint(QualifiedName table, @Nullable Constraint constraint, ScriptEffects effects) {
        UniqueKey key = constraint == null ? null : UniqueKey.of(constraint);
        if (key != null) {
            return ofKey(table, key, effects);
        }
        KnownRows rows = rows(table, effects);
        if (constraint == null || rows == null) {
            return null;
        }
        if (constraint instanceof Check check) {
            return !check.validated() || !check.enforced() || rows.meet(check) ? null : Notes.checkIsMet(table);
        }
        if (constraint instanceof ForeignKey reference) {
            return !reference.validated() || !reference.enforced() || rows.refer(reference)
                    ? null
                    : Notes.rowsRefer(table, reference.columns(), reference.referenced());
        }
        if (rows.hadSame(constraint)) {
            return null;
        }
        return constraint instanceof Exclusion
                ? Notes.rowsDoNotConflict(table)
                : Notes.rowsDoNotOverlap(table, periodKey(constraint));
    }

    /** {@return the columns of a key {@code WITHOUT OVERLAPS}} */
    private static List<String> periodKey(Constraint constraint) {
        return constraint instanceof PrimaryKey key ? key.columns() : ((Unique) constraint).columns();
    }

    private @Nullable String ofKey(QualifiedName table, UniqueKey key, ScriptEffects effects) {
        KnownRows rows = rows(table, effects);
        boolean known = rows == null ? !isOldView(table, effects) : rows.areUnique(key);
        return known ? null : Notes.rowsDiffer(table, key.inWords(), key.predicate());
    }

    private boolean isOldView(QualifiedName name, ScriptEffects effects) {
        return sides.from().has(ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, name)) && !effects.creates(name);
    }

    /** {@return what is known of the rows of a table; {@code null} where the script creates it} */
    private @Nullable KnownRows rows(QualifiedName table, ScriptEffects effects) {
        Table from = sides.from().table(table);
        Table to = sides.to().table(table);
        return from == null || to == null || effects.creates(table) ? null : new KnownRows(sides, effects, from, to);
    }

    private @Nullable String ofDomain(Operation operation, ScriptEffects effects) {
        if (operation instanceof AddDomainConstraint add) {
            return ofDomain(add.domain(), add.definition(), effects);
        }
        if (operation instanceof ValidateDomainConstraint validate) {
            return ofDomain(validate.domain(), validate.definition(), effects);
        }
        return operation instanceof SetDomainNotNull set && set.notNull() && isUsed(set.domain())
                ? Notes.domainHasNoNulls(set.domain())
                : null;
    }

    private @Nullable String ofDomain(QualifiedName name, @Nullable Check check, ScriptEffects effects) {
        boolean known = check == null || !check.validated() || !isUsed(name) || hadSame(name, check, effects);
        return known ? null : Notes.domainCheckIsMet(name);
    }

    private boolean hadSame(QualifiedName name, Check check, ScriptEffects effects) {
        return sides.from().object(ObjectKey.of(ObjectKind.DOMAIN, name)) instanceof Domain old
                && old.checks().stream()
                        .anyMatch(
                                other -> other.validated() && other.expression().equals(check.expression()))
                && SqlText.words(check.expression()).stream().noneMatch(effects::changesRoutine);
    }

    private boolean isUsed(QualifiedName domain) {
        return !sides.from().dependents(ObjectKey.of(ObjectKind.DOMAIN, domain)).isEmpty();
    }
}
