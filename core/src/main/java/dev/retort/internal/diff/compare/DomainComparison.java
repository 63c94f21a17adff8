/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.NewTable;
import dev.retort.internal.diff.model.Pairs;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DomainOperation.AddDomainConstraint;
import dev.retort.operation.DomainOperation.AlterDomainDefault;
import dev.retort.operation.DomainOperation.DropDomainConstraint;
import dev.retort.operation.DomainOperation.SetDomainNotNull;
import dev.retort.operation.DomainOperation.ValidateDomainConstraint;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.Domain;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares two domains over one type. */
final class DomainComparison {

    private final Domain from;
    private final Domain to;
    private final Predicate<@Nullable String> isDropped;
    private final List<AnnotatedOperation> changes = new ArrayList<>();

    /**
     * Makes a comparison.
     *
     * @param isDropped whether an expression calls a function that is dropped, so that the check or default was dropped before it
     */
    DomainComparison(Domain from, Domain to, Predicate<@Nullable String> isDropped) {
        this.from = from;
        this.to = to;
        this.isDropped = isDropped;
    }

    /** {@return the statements that drop the checks and the default of a domain that call a dropped function} */
    static List<AnnotatedOperation> droppingChecks(Domain domain, Predicate<@Nullable String> isDropped) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        domain.checks().stream()
                .filter(check -> isDropped.test(check.expression()))
                .forEach(check -> changes.add(
                        AnnotatedOperation.of(new DropDomainConstraint(domain.name(), name(check), false, check))));
        String expression = domain.defaultExpression();
        if (expression != null && isDropped.test(expression)) {
            changes.add(
                    AnnotatedOperation.of(new AlterDomainDefault(domain.name(), value(expression), ColumnValue.NONE)));
        }
        return changes;
    }

    List<AnnotatedOperation> changes() {
        Pairs<Check> pairs = Pairs.of(from.checks(), to.checks(), Check::name, NewTable::meaning);
        pairs.gone().forEach(this::drop);
        pairs.pairs().forEach(pair -> compare(pair.from(), pair.to()));
        pairs.added().forEach(this::add);
        String old = from.defaultExpression() != null && isDropped.test(from.defaultExpression())
                ? null
                : from.defaultExpression();
        if (!Objects.equals(old, to.defaultExpression())) {
            changes.add(AnnotatedOperation.of(
                    new AlterDomainDefault(to.name(), value(old), value(to.defaultExpression()))));
        }
        if (from.notNull() != to.notNull()) {
            changes.add(AnnotatedOperation.of(new SetDomainNotNull(to.name(), to.notNull())));
        }
        changes.addAll(CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        return changes;
    }

    private static ColumnValue value(@Nullable String expression) {
        return expression == null ? ColumnValue.NONE : new ColumnValue.Default(expression);
    }

    private void compare(Check old, Check wanted) {
        boolean checked = !old.validated() && wanted.validated();
        Constraint before = checked ? old.withValidated(true) : old;
        if (isDropped.test(old.expression())) {
            add(wanted);
            return;
        }
        if (!NewTable.sameMeaning(before, wanted)) {
            drop(old);
            add(wanted);
            return;
        }
        if (!NewTable.sameName(old.name(), wanted.name())) {
            changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(key(old), name(wanted))));
        }
        if (checked) {
            changes.add(AnnotatedOperation.of(new ValidateDomainConstraint(to.name(), name(wanted), wanted)));
        }
        changes.addAll(CommentAndGrantComparison.comment(key(wanted), old.comment(), wanted.comment()));
    }

    private void drop(Check check) {
        if (isDropped.test(check.expression())) {
            return;
        }
        changes.add(AnnotatedOperation.of(new DropDomainConstraint(to.name(), name(check), false, check)));
    }

    private void add(Check check) {
        changes.add(AnnotatedOperation.of(new AddDomainConstraint(to.name(), check)));
    }

    private static String name(Check check) {
        return Objects.requireNonNull(check.name(), "a constraint of a catalog has a name");
    }

    private ObjectKey key(Check check) {
        return ObjectKey.of(ObjectKind.DOMAIN_CONSTRAINT, to.name(), name(check));
    }
}
