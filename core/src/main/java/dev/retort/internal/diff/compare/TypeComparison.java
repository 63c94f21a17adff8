/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ColumnChanges;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.TypeOperation.AddAttribute;
import dev.retort.operation.TypeOperation.AlterAttributeType;
import dev.retort.operation.TypeOperation.CreateType;
import dev.retort.operation.TypeOperation.DropAttribute;
import dev.retort.operation.TypeOperation.DropType;
import dev.retort.operation.value.ColumnType;
import dev.retort.operation.value.EnumSwap;
import dev.retort.operation.value.EnumUse;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.RangeType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.UserType;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue.Default;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares enum types, composite types, range types and domains. */
public final class TypeComparison {

    private final ComparedSchemas sides;
    private final RecreatedObjects recreated;
    private final DiffSteps steps;

    public TypeComparison(ComparedSchemas sides, RecreatedObjects recreated, DiffSteps steps) {
        this.sides = sides;
        this.recreated = recreated;
        this.steps = steps;
    }

    public void compare() {
        for (SchemaObject object : sides.from().schema().types()) {
            UserType from = (UserType) object;
            SchemaObject to = sides.to().object(from.key());
            if (from instanceof Domain domain && recreated.contains(from.key())) {
                steps.add(
                        Rank.DROP_CONSTRAINT,
                        from.key(),
                        DomainComparison.droppingChecks(domain, expression -> isDropped(domain, expression)));
            }
            if (to == null) {
                steps.add(Rank.DROP_TYPE, from.key(), AnnotatedOperation.of(DropType.of(from)));
            } else {
                steps.add(Rank.TYPE, to.key(), changes(from, (UserType) to));
            }
        }
        for (SchemaObject object : sides.to().schema().types()) {
            if (!sides.from().has(object.key())) {
                steps.add(Rank.TYPE, object.key(), AnnotatedOperation.of(new CreateType((UserType) object)));
            }
        }
    }

    private List<AnnotatedOperation> changes(UserType from, UserType to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        if (from instanceof EnumType old && to instanceof EnumType wanted) {
            changes.addAll(values(old, wanted));
            changes.addAll(CommentAndGrantComparison.comment(to.key(), old.comment(), wanted.comment()));
        } else if (from instanceof CompositeType old && to instanceof CompositeType wanted) {
            changes.addAll(attributes(old, wanted));
            changes.addAll(CommentAndGrantComparison.comment(to.key(), old.comment(), wanted.comment()));
        } else if (from instanceof Domain old && to instanceof Domain wanted) {
            changes.addAll(new DomainComparison(old, wanted, expression -> isDropped(old, expression)).changes());
        } else {
            changes.addAll(CommentAndGrantComparison.comment(to.key(), comment(from), comment(to)));
        }
        changes.addAll(CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        return changes;
    }

    private boolean isDropped(Domain domain, @Nullable String expression) {
        return recreated.contains(domain.key()) && recreated.callsDroppedRoutine(expression);
    }

    private static @Nullable String comment(UserType type) {
        return type instanceof RangeType range ? range.comment() : null;
    }

    private List<AnnotatedOperation> values(EnumType from, EnumType to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        List<String> labels = new ArrayList<>(from.labels());
        for (int i = 0; i < to.labels().size(); i++) {
            String label = to.labels().get(i);
            if (!from.labels().contains(label)) {
                EnumType without = new EnumType(from.name(), labels, from.grants(), from.comment());
                changes.add(AnnotatedOperation.of(added(without, to.labels(), i)));
                labels.add(i, label);
            }
        }
        return changes;
    }

    private AddEnumValue added(EnumType without, List<String> labels, int at) {
        EnumSwap swap = new EnumSwap(without, uses(without));
        String label = labels.get(at);
        return at == 0
                ? new AddEnumValue(
                        without.name(),
                        label,
                        without.labels().isEmpty() ? null : without.labels().get(0),
                        null,
                        false,
                        swap)
                : new AddEnumValue(without.name(), label, null, labels.get(at - 1), false, swap);
    }

    /** The columns of the type after the upgrade: the downgrade that removes the value changes their types. */
    private List<EnumUse> uses(EnumType type) {
        String name = SqlText.quoted(type.name());
        List<EnumUse> uses = new ArrayList<>();
        for (Table table : sides.to().schema().tables()) {
            for (Column column : table.columns()) {
                String sql = column.type().sql();
                boolean array = sql.equals(name + "[]");
                boolean own = !column.inherited() && table.partitionOf() == null;
                if (own && (array || sql.equals(name))) {
                    String value = column.value() instanceof Default given ? given.expression() : null;
                    uses.add(new EnumUse(table.name(), column.name(), array, value));
                }
            }
        }
        return uses;
    }

    private static List<AnnotatedOperation> attributes(CompositeType from, CompositeType to) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        for (Column attribute : from.attributes()) {
            boolean stays =
                    to.attributes().stream().anyMatch(other -> other.name().equals(attribute.name()));
            if (!stays) {
                changes.add(AnnotatedOperation.of(new DropAttribute(to.name(), attribute.name(), false, attribute)));
            }
        }
        for (Column attribute : to.attributes()) {
            ObjectKey key = ObjectKey.of(ObjectKind.ATTRIBUTE, to.name(), attribute.name());
            Column before = from.attributes().stream()
                    .filter(other -> other.name().equals(attribute.name()))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                changes.add(AnnotatedOperation.of(new AddAttribute(to.name(), attribute)));
            } else {
                if (ColumnChanges.isRetyped(before, attribute)) {
                    changes.add(AnnotatedOperation.of(new AlterAttributeType(
                            to.name(), attribute.name(), ColumnType.of(before), ColumnType.of(attribute))));
                }
                changes.addAll(CommentAndGrantComparison.comment(key, before.comment(), attribute.comment()));
            }
        }
        return changes;
    }
}
