/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.Tolerance;
import dev.retort.internal.diff.compare.DatabaseComparison;
import dev.retort.internal.diff.compare.DefinedObjectComparison;
import dev.retort.internal.diff.compare.IdentityAndSerialComparison;
import dev.retort.internal.diff.compare.RecreatedObjects;
import dev.retort.internal.diff.compare.RoutineComparison;
import dev.retort.internal.diff.compare.SequenceComparison;
import dev.retort.internal.diff.compare.TableComparison;
import dev.retort.internal.diff.compare.TypeComparison;
import dev.retort.internal.diff.compare.ViewComparison;
import dev.retort.internal.diff.mapping.MappedModel;
import dev.retort.internal.diff.mapping.RenameMarks;
import dev.retort.internal.diff.mapping.SequenceRenames;
import dev.retort.internal.diff.mapping.StatedObjects;
import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.order.BodyChecks;
import dev.retort.internal.diff.order.DefaultPrivileges;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.RowViolations;
import dev.retort.internal.diff.rename.DroppedIndexNames;
import dev.retort.internal.diff.rename.DroppedObjectNames;
import dev.retort.internal.diff.rename.FormerNames;
import dev.retort.internal.diff.rename.ImpliedRenames;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.internal.diff.rename.RenameHints;
import dev.retort.internal.diff.rename.RenameResolution;
import dev.retort.internal.diff.rename.RespelledViews;
import dev.retort.internal.diff.rename.RoundTrip;
import dev.retort.internal.diff.rename.SchemaMapper;
import dev.retort.internal.diff.target.GrantPolicy;
import dev.retort.internal.diff.target.LostDependents;
import dev.retort.internal.diff.target.PartitionKeys;
import dev.retort.internal.diff.target.SchemaFilter;
import dev.retort.internal.diff.target.TargetSchema;
import dev.retort.internal.diff.target.TypeReplacement;
import dev.retort.internal.diff.target.UnsupportedObjects;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.EnumType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Compares two schemas, both as one catalog reader read them. One comparison has no state; it may be used by many threads.
 */
public final class SchemaDiff {

    private final DiffSettings settings;

    /** Makes a comparison. */
    public SchemaDiff(DiffSettings settings) {
        this.settings = settings;
    }

    /**
     * Works out what makes the wanted schema of the real one, and what gives the real one back.
     *
     * @param database the real database's schema
     * @param model the wanted one
     * @throws dev.retort.error.RetortException when the settings cannot be used
     */
    public Difference between(DatabaseSchema database, DatabaseSchema model) {
        SchemaFilter filter = new SchemaFilter(settings.filter());
        DatabaseSchema stable = RoundTrip.stable(filter.filtered(model), settings.version());
        Lookup wanted = new Lookup(stable);
        Lookup real = new Lookup(RoundTrip.alike(
                RoundTrip.stable(filter.filtered(database), settings.version()), stable, settings.version()));
        NewNames names = new NewNames(settings.version());
        RenameResolution resolution = new RenameResolution(real, wanted, names);
        List<AnnotatedOperation> renames = new ArrayList<>(resolution.changes(settings.renames()));
        renames.addAll(new FormerNames(real, wanted, names).changes(settings.formerNames()));
        if (settings.mapping() && settings.context().tolerates(Tolerance.SERIAL)) {
            renames.addAll(new SequenceRenames(real, wanted, names)
                    .changes(settings.context().facts()));
        }
        Lookup renamed = renamed(real, names);
        MappedModel mapped =
                settings.mapping() ? MappedModel.of(stable, renamed, settings, names) : MappedModel.exact(stable);
        StatedObjects objects = StatedObjects.of(new Lookup(mapped.schema()), settings, names);
        TargetSchema target = new TargetSchema(renamed, new Lookup(mapped.schema()), settings, objects);
        Lookup to = new Lookup(target.schema());

        GrantPolicy policy = new GrantPolicy(stable, objects);
        List<AnnotatedOperation> upgrade = new ArrayList<>(renames);
        Way way = new Way(
                settings.version(),
                new RenameHints(renamed, wanted),
                narrowing(key -> policy.isCompared(key) || renamed.has(key)));
        upgrade.addAll(objects.noted(mapped.upgrade(way.between(renamed, to), renamed), to));
        List<String> unsettled = new ArrayList<>(resolution.unused());
        unsettled.addAll(target.unsettled());
        DatabaseSchema back = possible(to, renamed.schema(), unsettled);
        unsettled.addAll(UnsupportedObjects.differences(database, model, settings.mapping()));
        unsettled.addAll(mapped.missing());
        Lookup former = new Lookup(back);
        List<AnnotatedOperation> downgrade = new ArrayList<>(mapped.downgrade(
                new Way(settings.version(), new RenameHints(), narrowing(key -> true)).between(to, former),
                renamed,
                to));
        List<AnnotatedOperation> respelled = RespelledViews.restored(real.schema(), names, downgrade);
        for (int i = renames.size() - 1; i >= 0; i--) {
            downgrade.add(AnnotatedOperation.of(renames.get(i).operation().reverse()));
        }
        downgrade.addAll(respelled);
        List<String> marks = marks(renames, mapped);
        marks.addAll(objects.marks(settings.context().schema()));
        return new Difference(
                upgrade, downgrade, mapped.unknown(target.unknown()), unsettled, mapped.tolerated(), marks);
    }

    private List<String> marks(List<AnnotatedOperation> renames, MappedModel mapped) {
        boolean kept = settings.mapping() || settings.objects() != null;
        List<String> marks = new ArrayList<>(
                kept ? RenameMarks.of(renames, settings.context().schema()) : List.of());
        marks.addAll(mapped.marks());
        return marks;
    }

    private static Lookup renamed(Lookup schema, NewNames names) {
        return names.isEmpty() ? schema : new Lookup(new SchemaMapper(names).map(schema.schema()));
    }

    /** The downgrade cannot take a value from an enum type that a partition key has, or a cast needs. */
    private static DatabaseSchema possible(Lookup from, DatabaseSchema wanted, List<String> unsettled) {
        PartitionKeys keys = new PartitionKeys(from);
        List<SchemaObject> types = new ArrayList<>();
        for (SchemaObject type : wanted.types()) {
            SchemaObject possible = type instanceof EnumType old && from.object(type.key()) instanceof EnumType there
                    ? keys.settled(old, there)
                    : type;
            if (!possible.equals(type)) {
                ObjectKey holder = keys.holder(type.key().name());
                unsettled.add(
                        "The downgrade leaves " + type.key() + " with the values that the upgrade adds: PostgreSQL"
                                + " cannot take a value from a type that "
                                + (holder == null ? "a partition key has." : holder + " needs."));
            }
            types.add(possible);
        }
        return wanted.withTypes(types);
    }

    private UnaryOperator<List<AnnotatedOperation>> narrowing(Predicate<ObjectKey> isCompared) {
        return changes -> new DefaultPrivileges(settings.defaultGrants(), isCompared).narrowed(changes);
    }

    /** One way between two schemas, of which the second is wanted whole. */
    private record Way(ServerVersion version, RenameHints hints, UnaryOperator<List<AnnotatedOperation>> ending) {

        List<AnnotatedOperation> between(Lookup from, Lookup to) {
            List<AnnotatedOperation> changes = new ArrayList<>();
            NewNames sequences = new NewNames(version);
            changes.addAll(new ImpliedRenames(from, to, sequences).changes());
            DroppedIndexNames names = new DroppedIndexNames(
                    replaced(withoutNamesOfOthers(renamed(from, sequences), to, changes), to, changes), to);
            Lookup settled = names.schema();
            changes.addAll(names.changes());

            ComparedSchemas sides = new ComparedSchemas(settled, to, version);
            RecreatedObjects recreated = new RecreatedObjects(sides);
            DiffSteps steps = new DiffSteps(sides);
            IdentityAndSerialComparison identityAndSerial = new IdentityAndSerialComparison(sides);
            new DatabaseComparison(sides, steps).compare();
            new TypeComparison(sides, recreated, steps).compare();
            new TableComparison(sides, recreated, steps, identityAndSerial, hints).compare();
            new SequenceComparison(sides, identityAndSerial, steps).compare();
            new ViewComparison(sides, recreated, steps).compare();
            new DefinedObjectComparison(sides, recreated, steps).compare();
            new RoutineComparison(sides, recreated, steps).compare();
            changes.addAll(new LostDependents(settled)
                    .said(new RowViolations(new ComparedSchemas(from, to, version)).noted(steps.inOrder())));
            return new BodyChecks(to).switchedOff(ending.apply(changes));
        }

        private Lookup withoutNamesOfOthers(Lookup from, Lookup to, List<AnnotatedOperation> changes) {
            NewNames names = new NewNames(version);
            changes.addAll(new DroppedObjectNames(from, to, names).changes());
            return renamed(from, names);
        }

        /** Puts types aside that cannot become what is wanted; a type over such a type cannot either. */
        private Lookup replaced(Lookup from, Lookup to, List<AnnotatedOperation> changes) {
            Lookup current = from;
            while (true) {
                NewNames names = new NewNames(version);
                List<AnnotatedOperation> moved = new TypeReplacement(current, to, names).changes();
                if (moved.isEmpty()) {
                    return current;
                }
                changes.addAll(moved);
                current = renamed(current, names);
            }
        }
    }
}
