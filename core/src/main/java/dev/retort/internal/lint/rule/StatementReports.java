/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.LockMode;
import dev.retort.lint.StatementReport;
import dev.retort.lint.TableLock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Describes measured statements for reports. */
public final class StatementReports {

    private StatementReports() {}

    /** {@return what one statement of a revision did} */
    public static StatementReport report(RevisionContext revision, int position, Pricing pricing) {
        Measurement measured = revision.measurements().get(position);
        MeasuredStatement statement = new MeasuredStatement(measured, revision, position);
        List<String> scans = new ArrayList<>();
        new TreeMap<>(measured.scans()).forEach((oid, count) -> {
            if (statement.existed(oid)) {
                scans.addAll(java.util.Collections.nCopies(count, statement.name(oid)));
            }
        });
        return new StatementReport(
                measured.statement().line(),
                FindingBuilder.shown(measured.statement().text()),
                measured.autocommit(),
                locks(statement),
                scans,
                measured.changes().keySet().stream()
                        .filter(oid -> statement.existed(oid) && statement.rewrites(oid))
                        .map(statement::name)
                        .sorted()
                        .toList(),
                statement.built().stream().map(RelationFacts::toString).toList(),
                pricing.statement(measured, position).orElse(null),
                pricing.held(measured, position).orElse(null));
    }

    /** {@return the OIDs of old tables whose rows a revision may change} */
    public static Set<Long> changedRows(RevisionContext revision) {
        Set<Long> changed = new HashSet<>();
        for (Measurement measured : revision.measurements()) {
            measured.locks().keySet().stream()
                    .filter(oid -> revision.isOld(oid) && writes(measured, oid))
                    .forEach(changed::add);
        }
        return changed;
    }

    /** {@return whether a statement may change rows of a table} */
    public static boolean writes(Measurement measured, long table) {
        LockMode now = measured.locks().get(table);
        boolean dml = measured.begins("update")
                || measured.begins("delete")
                || measured.begins("insert")
                || measured.begins("merge")
                || measured.begins("with")
                || measured.begins("truncate")
                || measured.begins("do")
                || measured.begins("select")
                || measured.begins("call");
        return dml && now != null && now.compareTo(LockMode.ROW_EXCLUSIVE) >= 0;
    }

    /** Tables and views; an index of a table that is locked as well says nothing more. */
    private static List<TableLock> locks(MeasuredStatement statement) {
        List<TableLock> locks = new ArrayList<>();
        statement.measured().locks().forEach((oid, mode) -> {
            RelationFacts relation = statement.measured().before().relation(oid);
            if (relation != null
                    && statement.existed(oid)
                    && statement.taken(oid) != null
                    && mode != LockMode.ACCESS_SHARE
                    && !isOfLockedTable(statement, relation)) {
                locks.add(new TableLock(relation.toString(), mode));
            }
        });
        locks.sort(Comparator.comparing(TableLock::mode).reversed().thenComparing(TableLock::relation));
        return locks;
    }

    private static boolean isOfLockedTable(MeasuredStatement statement, RelationFacts relation) {
        return relation.index() != null
                && statement.measured().locks().containsKey(relation.index().table());
    }
}
