/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.ObjectKey;
import dev.retort.schema.ServerVersion;
import java.util.ArrayList;
import java.util.List;

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
        List<Change> renames = new ArrayList<>(resolution.changes(settings.renames()));
        renames.addAll(new FormerNames(real, wanted, names).changes(settings.formerNames()));
        Lookup renamed = renamed(real, names);
        Unstated.Completed completed = settings.mapping()
                ? Unstated.complete(stable, renamed, settings.dropUnknown())
                : new Unstated.Completed(stable, List.of());
        Target target = new Target(renamed, new Lookup(completed.schema()), settings);
        Lookup to = new Lookup(target.schema());

        List<Change> upgrade = new ArrayList<>(renames);
        upgrade.addAll(new Way(settings.version(), new RenameHints(renamed, wanted)).between(renamed, to));
        List<String> unsettled = new ArrayList<>(resolution.unused());
        unsettled.addAll(target.unsettled());
        unsettled.addAll(Undescribed.differences(database, model));
        List<ObjectKey> unknown = new ArrayList<>(target.unknown());
        unknown.addAll(completed.left());
        return new Difference(upgrade, downgrade(renamed, to, renames), unknown, unsettled);
    }

    private static Lookup renamed(Lookup schema, NewNames names) {
        return names.isEmpty() ? schema : new Lookup(new SchemaMapper(names).map(schema.schema()));
    }

    private List<Change> downgrade(Lookup renamed, Lookup to, List<Change> renames) {
        List<Change> changes =
                new ArrayList<>(new Way(settings.version(), new RenameHints(to, renamed)).between(to, renamed));
        for (int i = renames.size() - 1; i >= 0; i--) {
            changes.add(Change.of(renames.get(i).operation().reverse()));
        }
        return changes;
    }

    /** One way between two schemas, of which the second is wanted whole. */
    private record Way(ServerVersion version, RenameHints hints) {

        List<Change> between(Lookup from, Lookup to) {
            List<Change> changes = new ArrayList<>();
            NewNames sequences = new NewNames(version);
            changes.addAll(new ImpliedRenames(from, to, sequences).changes());
            Lookup aligned = renamed(from, sequences);
            Lookup settled = displaced(aligned, to, changes);

            Sides sides = new Sides(settled, to, version);
            Remade remade = new Remade(sides);
            Steps steps = new Steps(sides);
            Counting counting = new Counting(sides);
            new DatabaseComparison(sides, steps).compare();
            new TypeComparison(sides, steps).compare();
            new TableComparison(sides, remade, steps, counting, hints).compare();
            new SequenceComparison(sides, counting, steps).compare();
            new ViewComparison(sides, remade, steps).compare();
            new RoutineComparison(sides, remade, steps).compare();
            changes.addAll(new Unrepeated(settled).said(steps.inOrder()));
            return changes;
        }

        /** Puts types aside that cannot become what is wanted; a type over such a type cannot either. */
        private Lookup displaced(Lookup from, Lookup to, List<Change> changes) {
            Lookup current = from;
            while (true) {
                NewNames names = new NewNames(version);
                List<Change> moved = new TypeDisplacement(current, to, names).changes();
                if (moved.isEmpty()) {
                    return current;
                }
                changes.addAll(moved);
                current = renamed(current, names);
            }
        }
    }
}
