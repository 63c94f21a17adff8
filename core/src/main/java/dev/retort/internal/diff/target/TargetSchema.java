/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.diff.mapping.StatedObjects;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.TableOptionsComparison;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Extension;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.Namespace;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schema that the comparison aims at: the model, with what it does not know and keeps, and with what PostgreSQL
 * cannot change as it is.
 *
 * <p>A comparison with the target is complete: whatever differs is to be changed. So an object that is kept is
 * still dropped and created again if a change needs that.
 */
public final class TargetSchema {

    private final Lookup database;
    private final Lookup model;
    private final ServerVersion version;
    private final GrantPolicy grants;
    private final PartitionKeys partitionKeys;
    private final UnalterableTypes unalterable;
    private final NeededByUnknown needed;
    private final WithdrawnObjects withdrawn;
    private final TakenNames names;
    private final StatedPartitions partitions;
    private final Set<ObjectKey> kept = new LinkedHashSet<>();
    private final List<ObjectKey> unknown = new ArrayList<>();
    private final UnsettledChanges unsettled = new UnsettledChanges();

    public TargetSchema(Lookup database, Lookup model, DiffSettings settings, StatedObjects objects) {
        this.database = database;
        this.model = model;
        this.version = settings.version();
        this.grants = new GrantPolicy(model.schema(), objects);
        this.partitions = new StatedPartitions(database, model, settings);
        this.withdrawn = new WithdrawnObjects(database, model, objects, settings.dropUnknown());
        if (!settings.dropUnknown()) {
            database.schema().objects().forEach(this::keepUnknown);
        } else {
            NeededByOthers others = new NeededByOthers(database, model);
            kept.addAll(partitions.kept());
            kept.addAll(others.kept());
            kept.addAll(withdrawn.kept());
            others.sentences().forEach(unsettled::add);
        }
        this.partitionKeys = new PartitionKeys(database);
        this.unalterable = new UnalterableTypes(database, partitionKeys, unsettled);
        Set<ObjectKey> stays = settings.dropUnknown() ? Set.of() : kept;
        this.needed = new NeededByUnknown(database, model, stays);
        this.names = new TakenNames(database, model, stays);
        needed.sentences().forEach(unsettled::add);
        withdrawn.sentences().forEach(unsettled::add);
    }

    /** {@return the objects that the model does not know and keeps, without owned sequences and partitions} */
    public List<ObjectKey> unknown() {
        return unknown;
    }

    /** {@return what PostgreSQL cannot change, one sentence each; complete after {@link #schema()}} */
    public List<String> unsettled() {
        return Stream.of(unsettled.sentences(), partitions.sentences(), names.sentences())
                .flatMap(List::stream)
                .toList();
    }

    private void keepUnknown(SchemaObject object) {
        ObjectKey key = object.key();
        if (model.has(key)
                || withdrawn.drops(key)
                || isReplaced(key)
                || belongsToKnown(object)
                || NeededByUnknown.losesAColumn(database, model, key)) {
            return;
        }
        kept.add(key);
        if (!isPart(object)) {
            unknown.add(key);
        }
    }

    /** The model has something else of that name. */
    private boolean isReplaced(ObjectKey key) {
        QualifiedName name = key.name();
        return switch (key.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> {
                ObjectKey wanted = model.relation(name);
                yield wanted != null && wanted.kind() != ObjectKind.INDEX;
            }
            case TYPE, DOMAIN ->
                model.has(ObjectKey.of(ObjectKind.TYPE, name)) || model.has(ObjectKey.of(ObjectKind.DOMAIN, name));
            default -> false;
        };
    }

    /** A sequence of a column whose table the model knows is that table's affair. */
    private boolean belongsToKnown(SchemaObject object) {
        return object instanceof Sequence sequence
                && sequence.ownedBy() != null
                && model.table(sequence.ownedBy().table()) != null;
    }

    private static boolean isPart(SchemaObject object) {
        return (object instanceof Sequence sequence && sequence.ownedBy() != null)
                || (object instanceof Table table && table.partitionOf() != null);
    }

    public DatabaseSchema schema() {
        DatabaseSchema wanted = model.schema();
        DatabaseSchema there = database.schema();
        PartitionColumns columns = new PartitionColumns(database, model);
        return new DatabaseSchema(
                with(wanted.namespaces().stream().map(this::namespace).toList(), there.namespaces()),
                with(wanted.extensions().stream().map(this::extension).toList(), there.extensions()),
                with(
                        wanted.types().stream()
                                .map(this::withGrants)
                                .map(unalterable::type)
                                .toList(),
                        there.types()),
                with(wanted.sequences().stream().map(this::withGrants).toList(), there.sequences()),
                with(
                        wanted.tables().stream()
                                .filter(partitions::canBeMade)
                                .map(this::table)
                                .toList(),
                        there.tables().stream().map(columns::unknown).toList()),
                with(wanted.views().stream().map(this::view).toList(), there.views()),
                with(
                        wanted.routines().stream()
                                .map(this::withGrants)
                                .map(unalterable::routine)
                                .toList(),
                        there.routines()),
                with(wanted.defined().stream().map(this::defined).toList(), there.defined()),
                there.others(),
                dependencies());
    }

    private <T extends SchemaObject> List<T> with(List<T> wanted, List<T> there) {
        List<T> all = new ArrayList<>(wanted);
        there.stream().filter(object -> kept.contains(object.key())).forEach(all::add);
        return all;
    }

    /** Objects without statements, such as casts, stay as they are: those that only the model has are not created. */
    private List<Dependency> dependencies() {
        Set<ObjectKey> others = Set.copyOf(model.schema().others());
        Set<ObjectKey> there = Set.copyOf(database.schema().others());
        List<Dependency> all = new ArrayList<>(model.schema().dependencies().stream()
                .filter(dependency -> !others.contains(dependency.dependent()))
                .toList());
        database.schema().dependencies().stream()
                .filter(dependency ->
                        there.contains(dependency.dependent()) || kept.contains(database.owner(dependency.dependent())))
                .forEach(all::add);
        return all;
    }

    private <T extends SchemaObject> T withGrants(T object) {
        return grants.settle(object, database.object(object.key()));
    }

    private Namespace namespace(Namespace namespace) {
        return withGrants(namespace);
    }

    private DefinedObject defined(DefinedObject wanted) {
        DefinedObject granted = withGrants(wanted);
        boolean collation = wanted.key().kind() == ObjectKind.COLLATION;
        if (collation && database.object(wanted.key()) instanceof DefinedObject there) {
            unsettled.addIfDifferent(there.definition(), wanted.definition(), wanted.key(), "its definition");
            return new DefinedObject(
                    wanted.key(),
                    null,
                    there.definition(),
                    there.reference(),
                    null,
                    granted.grants(),
                    wanted.comment());
        }
        return granted;
    }

    private SchemaObject view(SchemaObject view) {
        SchemaObject there = database.object(view.key());
        if (there != null && needed.keeps(view.key())) {
            return there;
        }
        SchemaObject granted = withGrants(view);
        return granted instanceof MaterializedView wanted && there instanceof MaterializedView old
                ? withPopulated(wanted, old.populated())
                : granted;
    }

    private static MaterializedView withPopulated(MaterializedView view, boolean populated) {
        return new MaterializedView(
                view.name(),
                view.columns(),
                view.query(),
                view.indexes(),
                view.parameters(),
                view.tablespace(),
                populated,
                view.grants(),
                view.comment());
    }

    /** The version of an extension is the server's affair. */
    private Extension extension(Extension extension) {
        return database.object(extension.key()) instanceof Extension there
                ? new Extension(
                        extension.name(),
                        extension.schema() == null ? there.schema() : extension.schema(),
                        there.version())
                : extension;
    }

    private Table table(Table wanted) {
        Table there = database.table(wanted.name());
        if (there == null) {
            return names.settled(withGrants(wanted), null);
        }
        unsettled.addIfAttachedElsewhere(there, wanted);
        unsettled.addIfDifferent(there.partitionBy(), wanted.partitionBy(), wanted.key(), "its partition key");
        Table stated = withKeysOf(there, withGrants(needed.complete(wanted, there)));
        Table settled = names.settled(partitions.withKeys(stated, there), there);
        return withUnchangeable(
                settled.withColumns(partitionKeys.settled(settled, there, (old, column) -> {
                    if (there.partitionOf() == null) {
                        unsettled.addOfPartitionKey(there, old, column);
                    }
                })),
                there);
    }

    private Table withUnchangeable(Table wanted, Table there) {
        String accessMethod = wanted.options().accessMethod();
        if (!version.atLeast(15)) {
            unsettled.addIfDifferent(there.options().accessMethod(), accessMethod, wanted.key(), "its access method");
            accessMethod = there.options().accessMethod();
        }
        return wanted.withOptions(TableOptionsComparison.withAccessMethod(wanted.options(), accessMethod))
                .withPartitionBy(there.partitionBy())
                .withPartitionOf(there.partitionOf())
                .withInherits(there.inherits());
    }

    /** Keys and indexes of a partition that stays one, or stays elsewhere, are those that it has there. */
    private static Table withKeysOf(Table there, Table wanted) {
        if (Objects.equals(there.partitionOf(), wanted.partitionOf())) {
            return wanted;
        }
        Table stays = wanted.withAttachedIndexes(there.attachedIndexes());
        return there.partitionOf() == null
                ? stays
                : stays.withConstraints(there.constraints()).withIndexes(there.indexes());
    }
}
