/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.MappingContext;
import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.internal.diff.rename.SchemaMapper;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.MappingFacts;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is compared: of a mapping of classes completed with what it does not state, and the changes that only such a
 * model needs.
 */
public final class MappedModel {

    private final DatabaseSchema schema;
    private final MappingFacts facts;
    private final @Nullable StatedRules rules;
    private final List<ToleratedRule> tolerated;
    private final Set<QualifiedName> selected;
    private final List<String> missing;
    private final @Nullable String sessionSchema;

    private MappedModel(UnmappedObjects.Completed completed, MappingContext context, @Nullable StatedRules rules) {
        this.schema = completed.schema();
        this.facts = context.facts();
        this.rules = rules;
        this.tolerated = completed.tolerated();
        this.selected = completed.selected();
        this.missing = completed.missing();
        this.sessionSchema = context.schema();
    }

    /** {@return a model that states everything} */
    public static MappedModel exact(DatabaseSchema schema) {
        return new MappedModel(
                new UnmappedObjects.Completed(schema, List.of(), Set.of(), List.of()), MappingContext.unknown(), null);
    }

    /**
     * {@return a mapping of classes, completed}
     *
     * @param database the real schema, under the names that it has after all renames
     * @param names these renames
     */
    public static MappedModel of(DatabaseSchema model, Lookup database, DiffSettings settings, NewNames names) {
        MappingContext context = settings.context();
        DatabaseSchema ordered = ColumnOrder.of(context.facts()).applied(model, database);
        NewNames types = context.tolerates(Tolerance.ENUM)
                ? EnumAlignment.names(database, ordered, settings.version())
                : new NewNames(settings.version());
        DatabaseSchema named = types.isEmpty() ? ordered : new SchemaMapper(types).map(ordered);
        MappingContext known = context.with(EnumAlignment.renamed(context.facts(), types));
        DatabaseSchema tables = ViewAlignment.of(named, database).tablesOnly();
        StatedRules rules = StatedRules.of(tables, settings.withContext(known), names);
        UnmappedObjects.Completed completed =
                UnmappedObjects.complete(named, database, settings.withContext(known), rules);
        return new MappedModel(completed, known, rules);
    }

    /**
     * {@return the marks of the rules that both a database and a mapping of classes have}
     *
     * @param schema the schema that is not written
     */
    public static List<String> shared(DatabaseSchema database, DatabaseSchema model, @Nullable String schema) {
        return StatedRules.shared(database, model, schema);
    }

    public DatabaseSchema schema() {
        return schema;
    }

    public List<ToleratedRule> tolerated() {
        return tolerated;
    }

    public List<String> missing() {
        return missing;
    }

    /** {@return of what the model does not know that which no entity selects from either} */
    public List<ObjectKey> unknown(List<ObjectKey> unknown) {
        return unknown.stream().filter(key -> !selected.contains(key.name())).toList();
    }

    public List<String> marks() {
        return rules == null ? List.of() : rules.marks(sessionSchema);
    }

    private List<AnnotatedOperation> contentKept(List<AnnotatedOperation> changes) {
        return new OrdinalEnums(facts.constants()).kept(LargeObjects.kept(changes));
    }

    /** {@return the upgrade with what rows and sequences need} */
    public List<AnnotatedOperation> upgrade(List<AnnotatedOperation> changes, Lookup from) {
        if (rules == null) {
            return changes;
        }
        List<AnnotatedOperation> filled = new ColumnFilling(from, facts.fillings()).fill(contentKept(changes));
        List<AnnotatedOperation> continued =
                new SequenceContinuation(from, new Lookup(schema), facts.sequences()).upgrade(filled);
        Set<ObjectKey> replaced = replaced(changes);
        return continued.stream().map(change -> noted(change, from, replaced)).toList();
    }

    /** {@return the downgrade with what rows and sequences need} */
    public List<AnnotatedOperation> downgrade(List<AnnotatedOperation> changes, Lookup from, Lookup to) {
        if (rules == null) {
            return changes;
        }
        List<AnnotatedOperation> filled = new ColumnFilling(to, List.of()).fill(contentKept(changes));
        return new SequenceContinuation(from, new Lookup(schema), facts.sequences()).downgrade(filled);
    }

    /** A check that gets another condition is no rule that ends. */
    private static Set<ObjectKey> replaced(List<AnnotatedOperation> changes) {
        Set<ObjectKey> replaced = new HashSet<>();
        for (AnnotatedOperation change : changes) {
            if (change.operation() instanceof AddConstraint added
                    && added.definition() instanceof Constraint.Check check) {
                replaced.add(ObjectKey.of(ObjectKind.CONSTRAINT, added.table(), String.valueOf(check.name())));
            }
        }
        return replaced;
    }

    private AnnotatedOperation noted(AnnotatedOperation change, Lookup from, Set<ObjectKey> replaced) {
        boolean isReplaced = change.operation() instanceof DropConstraint drop
                && replaced.contains(ObjectKey.of(ObjectKind.CONSTRAINT, drop.table(), drop.name()));
        String revision = rules == null || isReplaced ? null : withdrawn(change.operation(), rules, from);
        if (revision == null) {
            return change;
        }
        List<String> notes = new ArrayList<>(change.notes());
        notes.add(Notes.isWithdrawn(revision));
        return new AnnotatedOperation(change.operation(), notes);
    }

    /** {@return the revision that stated what an operation takes away because it is not stated any more} */
    private static @Nullable String withdrawn(Operation operation, StatedRules rules, Lookup from) {
        if (operation instanceof DropConstraint drop && drop.dropped() != null) {
            return StatedRules.of(drop.table(), drop.dropped()).stream()
                    .filter(rules::isWithdrawn)
                    .map(rules::revisionOf)
                    .findFirst()
                    .orElse(null);
        }
        if (operation instanceof DropIndex drop && drop.dropped() != null && drop.table() != null) {
            StatedRule rule = StatedRules.of(drop.table(), drop.dropped());
            return rules.isWithdrawn(rule) ? rules.revisionOf(rule) : null;
        }
        if (operation instanceof AlterColumnNullability nullable && nullable.to() == null) {
            return rules.revisionOfNotNull(new ColumnName(nullable.table(), nullable.column()));
        }
        if (operation instanceof AlterColumnValue value && value.to().equals(ColumnValue.NONE)) {
            StatedRule rule = StatedRules.defaultOf(value.table(), value.column());
            Table table = from.table(value.table());
            return table != null && rules.isWithdrawn(rule) ? rules.revisionOf(rule) : null;
        }
        return null;
    }
}
