/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.CatalogFacts;
import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.ConstraintFacts;
import dev.retort.internal.lint.measure.IndexFacts;
import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.LockMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One measured statement as the rules ask about it.
 *
 * @param measured what it did
 * @param revision the revision around it
 * @param position its position among the statements of the revision
 */
public record MeasuredStatement(Measurement measured, RevisionContext revision, int position) {

    /** {@return whether a relation existed before the judged revisions: what they create themselves has no rows} */
    public boolean existed(long oid) {
        return revision.isOld(oid);
    }

    /** {@return whether an OID is that of a table that existed; one that the transaction dropped is still locked, but gone} */
    public boolean isOldTable(long oid) {
        RelationFacts relation = measured.relation(oid);
        return existed(oid) && relation != null && relation.isTable();
    }

    /** {@return tables that existed and still do, before and after, by name} */
    public List<RelationChange> changedTables() {
        return measured.changes().values().stream()
                .filter(change -> change.before() != null && change.after() != null)
                .filter(change -> change.any().isTable() && existed(change.any().oid()))
                .sorted(Comparator.comparing(change -> change.any().name()))
                .toList();
    }

    /** {@return whether the statement writes the table again: it has a new file, and rows were read beside those for indexes} */
    public boolean rewrites(long table) {
        return hasNewFile(measured.changes().get(table)) && measured.scansOf(table) > buildsOn(table);
    }

    /** {@return whether the statement removes all rows: the table has a new file, and no row was read for it} */
    public boolean empties(long table) {
        boolean copies = measured.says("cluster")
                || measured.says("vacuum")
                || measured.says("repack")
                || measured.says("tablespace")
                || measured.says("refresh");
        return hasNewFile(measured.changes().get(table)) && !rewrites(table) && !copies;
    }

    /** {@return whether the table has a new file with its rows, and no counter says so} */
    boolean isCopied(long table) {
        return hasNewFile(measured.changes().get(table)) && measured.scansOf(table) == 0 && !empties(table);
    }

    private static boolean hasNewFile(@Nullable RelationChange change) {
        return change != null
                && change.before() != null
                && change.after() != null
                && change.before().file() != change.after().file();
    }

    /** {@return indexes of old tables that the statement builds, without those of a table that it writes again or empties} */
    public List<RelationFacts> built() {
        Set<Long> files = new HashSet<>();
        measured.before().relations().values().forEach(relation -> files.add(relation.file()));
        List<RelationFacts> built = new ArrayList<>();
        for (RelationChange change : measured.changes().values()) {
            RelationFacts after = change.after();
            IndexFacts index = after == null ? null : after.index();
            if (after != null && index != null && after.kind() == 'i' && !files.contains(after.file())) {
                boolean ofOldTable = existed(index.table());
                if (ofOldTable && !hasNewFile(measured.changes().get(index.table()))) {
                    built.add(after);
                }
            }
        }
        built.sort(Comparator.comparing(RelationFacts::name));
        return built;
    }

    /** {@return how many indexes of a table the statement builds, those of a rewrite too} */
    int buildsOn(long table) {
        int builds = 0;
        for (RelationChange change : measured.changes().values()) {
            RelationFacts after = change.after();
            if (after != null && after.index() != null && after.index().table() == table) {
                builds += change.before() == null || hasNewFile(change) ? 1 : 0;
            }
        }
        return builds;
    }

    /** {@return whether the statement reads the table, or a partition of it, as a whole} */
    public boolean reads(long table) {
        return measured.scans().keySet().stream().anyMatch(scanned -> isWithin(scanned, table));
    }

    private boolean isWithin(long oid, long table) {
        RelationFacts relation = measured.relation(oid);
        return oid == table || (relation != null && relation.partition() && isWithin(relation.parent(), table));
    }

    /** {@return whether a constraint has this index after the statement} */
    public boolean isOfConstraint(RelationFacts index) {
        return hasIndex(measured.after(), index);
    }

    /** {@return whether a constraint had this index before the statement} */
    boolean wasOfConstraint(RelationFacts index) {
        return hasIndex(measured.before(), index);
    }

    private static boolean hasIndex(CatalogFacts catalog, RelationFacts index) {
        RelationFacts table =
                catalog.relation(Objects.requireNonNull(index.index()).table());
        return table != null
                && table.constraints().values().stream()
                        .anyMatch(constraint -> constraint.isIndexed() && constraint.index() == index.oid());
    }

    /** {@return how many foreign keys of the table the statement validates} */
    int validatedKeys(long table) {
        RelationChange change = measured.changes().get(table);
        if (change == null || change.after() == null) {
            return 0;
        }
        return (int) change.after().constraints().values().stream()
                .filter(key -> key.type() == 'f' && key.validated() && !wasValidated(change.before(), key.oid()))
                .count();
    }

    private static boolean wasValidated(@Nullable RelationFacts before, long constraint) {
        ConstraintFacts known = before == null ? null : before.constraints().get(constraint);
        return known != null && known.validated();
    }

    /** {@return how often the statement reads the table to check rows, neither for an index nor to write it again} */
    public int checks(long table) {
        return Math.max(0, measured.scansOf(table) - buildsFromScans(table) - (rewrites(table) ? 1 : 0));
    }

    /** An index that keeps its file under a new OID was not built. */
    private int buildsFromScans(long table) {
        if (hasNewFile(measured.changes().get(table))) {
            return buildsOn(table);
        }
        return (int) built().stream()
                .filter(index -> Objects.requireNonNull(index.index()).table() == table)
                .count();
    }

    /** {@return the strongest lock on a relation that the statement takes itself; {@code null} for none} */
    @Nullable
    public LockMode taken(long oid) {
        LockMode now = measured.locks().get(oid);
        LockMode held = measured.held().get(oid);
        return now == null || (held != null && held.compareTo(now) >= 0) ? null : now;
    }

    /** {@return the lock that the transaction has on a relation; {@code null} for none} */
    @Nullable
    public LockMode lock(long oid) {
        return measured.locks().get(oid);
    }

    /** {@return the table; it is known by then} */
    public RelationFacts table(long oid) {
        return Objects.requireNonNull(measured.relation(oid));
    }

    /** {@return the name of a relation} */
    public String name(long oid) {
        RelationFacts relation = measured.relation(oid);
        return relation == null ? "" : relation.toString();
    }

    /** {@return columns that a change adds, by number} */
    public static List<ColumnFacts> added(RelationChange change) {
        RelationFacts before = Objects.requireNonNull(change.before());
        return Objects.requireNonNull(change.after()).columns().values().stream()
                .filter(column -> !before.columns().containsKey(column.number()))
                .sorted(Comparator.comparing(ColumnFacts::number))
                .toList();
    }

    /** {@return columns that a change drops, by number} */
    public static List<ColumnFacts> dropped(RelationChange change) {
        return added(change.reversed());
    }

    /** {@return constraints that a change adds, by name} */
    public static List<ConstraintFacts> addedConstraints(RelationChange change) {
        RelationFacts before = Objects.requireNonNull(change.before());
        return Objects.requireNonNull(change.after()).constraints().values().stream()
                .filter(constraint -> !before.constraints().containsKey(constraint.oid()))
                .sorted(Comparator.comparing(ConstraintFacts::name))
                .toList();
    }

    /** {@return constraints that a change drops, by name} */
    public static List<ConstraintFacts> droppedConstraints(RelationChange change) {
        return addedConstraints(change.reversed());
    }

    /** {@return the columns of a change that have another type or collation after it} */
    public static List<ColumnFacts> retyped(RelationChange change) {
        RelationFacts before = Objects.requireNonNull(change.before());
        return Objects.requireNonNull(change.after()).columns().values().stream()
                .filter(column -> {
                    ColumnFacts old = before.columns().get(column.number());
                    boolean same = old == null
                            || (old.type().equals(column.type())
                                    && old.typeId() == column.typeId()
                                    && old.collation() == column.collation());
                    return !same;
                })
                .sorted(Comparator.comparing(ColumnFacts::number))
                .toList();
    }
}
