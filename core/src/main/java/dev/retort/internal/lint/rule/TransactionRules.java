/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.Finding;
import dev.retort.lint.LintSettings;
import dev.retort.lint.LockMode;
import dev.retort.lint.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules about what the statements of one transaction do together. */
final class TransactionRules {

    private TransactionRules() {}

    /** Locks are held until the transaction ends: whatever comes after the strongest makes others wait longer. */
    static List<Finding> workUnderLock(MeasuredStatement statement) {
        Optional<Map.Entry<Long, LockMode>> held = strongest(statement);
        if (held.isEmpty()) {
            return List.of();
        }
        long locked = held.get().getKey();
        Set<Long> worked = new TreeSet<>();
        statement.measured().scans().keySet().stream()
                .filter(table -> statement.existed(table) && (table != locked || isCopied(statement, table)))
                .forEach(worked::add);
        changedRows(statement).ifPresent(worked::add);
        if (worked.isEmpty()) {
            return List.of();
        }
        String tables = String.join(", ", worked.stream().map(statement::name).toList());
        return List.of(FindingBuilder.of(Rule.WORK_UNDER_ACCESS_EXCLUSIVE, statement)
                .on(locked)
                .message("The statement works on " + tables
                        + " while the transaction holds the lock of an earlier statement."
                        + " Move it into a separate transaction.")
                .rewrittenAs(
                        Rewrites.autocommit(statement.measured().statement().text()))
                .finding());
    }

    /** A statement that changes the table itself is judged by other rules. */
    private static boolean isCopied(MeasuredStatement statement, long table) {
        Measurement measured = statement.measured();
        boolean copies = measured.begins("insert")
                || measured.begins("with")
                || measured.begins("select")
                || measured.begins("create", "table")
                || measured.begins("copy");
        return copies && !measured.changes().containsKey(table);
    }

    private static Optional<Map.Entry<Long, LockMode>> strongest(MeasuredStatement statement) {
        return statement.measured().held().entrySet().stream()
                .filter(lock -> lock.getValue() == LockMode.ACCESS_EXCLUSIVE && statement.existed(lock.getKey()))
                .filter(lock -> {
                    RelationFacts relation = statement.measured().relation(lock.getKey());
                    return relation != null && relation.isTable();
                })
                .min(Comparator.comparing(lock -> statement.name(lock.getKey())));
    }

    private static Optional<Long> changedRows(MeasuredStatement statement) {
        Measurement measured = statement.measured();
        boolean dml = measured.begins("update") || measured.begins("delete") || measured.says("select");
        return measured.locks().entrySet().stream()
                .filter(lock -> dml && statement.existed(lock.getKey()))
                .filter(lock -> Dml.of(statement).map(Dml::table).equals(Optional.of(lock.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static List<Finding> severalTables(MeasuredStatement statement) {
        boolean code = isCode(statement.measured());
        if (statement.measured().autocommit() && !code) {
            return List.of();
        }
        Set<Long> before = strong(statement, statement.measured().held());
        Set<Long> now = strong(statement, statement.measured().locks());
        Set<Long> more = new HashSet<>(now);
        more.removeAll(before);
        boolean second =
                !more.isEmpty() && (!before.isEmpty() || (code && now.size() > 1)) && !isOfOneKey(statement, now);
        if (!second) {
            return List.of();
        }
        List<String> names = now.stream().map(statement::name).sorted().toList();
        FindingBuilder draft = FindingBuilder.of(Rule.STRONG_LOCKS_ON_SEVERAL_TABLES, statement);
        names.forEach(draft::object);
        return List.of(draft.message("The transaction now holds strong locks on " + String.join(" and ", names)
                        + ": a session that uses them in another order can deadlock with it, and the first is held while it"
                        + " waits for the next. Use one revision, or an autocommit section, for each table.")
                .rewrittenAs(
                        code
                                ? null
                                : Rewrites.autocommit(
                                        statement.measured().statement().text()))
                .finding());
    }

    /** A loop in a block is one statement. */
    private static boolean isCode(Measurement measured) {
        return measured.begins("do") || measured.begins("call") || measured.begins("select");
    }

    /** Partitions count as their table. */
    private static Set<Long> strong(MeasuredStatement statement, Map<Long, LockMode> locks) {
        Set<Long> strong = new TreeSet<>();
        locks.forEach((oid, mode) -> {
            RelationFacts relation = statement.measured().relation(oid);
            if (mode.compareTo(LockMode.SHARE) >= 0
                    && relation != null
                    && relation.isTable()
                    && statement.existed(oid)) {
                strong.add(root(statement, relation));
            }
        });
        return strong;
    }

    private static long root(MeasuredStatement statement, RelationFacts relation) {
        RelationFacts parent = statement.measured().relation(relation.parent());
        return parent == null ? relation.oid() : root(statement, parent);
    }

    /** The two tables of one foreign key are locked together by whatever adds or drops it. */
    private static boolean isOfOneKey(MeasuredStatement statement, Set<Long> tables) {
        return tables.size() == 2
                && tables.stream()
                        .anyMatch(table -> statement.table(table).constraints().values().stream()
                                        .anyMatch(key -> key.type() == 'f' && tables.contains(key.referenced()))
                                || hasKeyAfter(statement, table, tables));
    }

    private static boolean hasKeyAfter(MeasuredStatement statement, long table, Set<Long> tables) {
        RelationFacts after = statement.measured().after().relation(table);
        return after != null
                && after.constraints().values().stream()
                        .anyMatch(key -> key.type() == 'f' && tables.contains(key.referenced()));
    }

    static List<Finding> severalPasses(MeasuredStatement statement) {
        List<Finding> findings = new ArrayList<>();
        List<Measurement> all = statement.revision().measurements();
        for (long table : new TreeSet<>(statement.measured().scans().keySet())) {
            if (!statement.existed(table) || !works(statement, table)) {
                continue;
            }
            for (int i = statement.position() - 1; i >= 0; i--) {
                MeasuredStatement earlier = new MeasuredStatement(all.get(i), statement.revision(), i);
                if (earlier.measured().failure() == null && works(earlier, table)) {
                    findings.add(FindingBuilder.of(Rule.SEVERAL_PASSES_ONE_WOULD_DO, statement)
                            .on(table)
                            .message("The statement at line "
                                    + earlier.measured().statement().line()
                                    + " reads or rewrites " + statement.name(table)
                                    + " already: one ALTER TABLE with both actions does it in one pass.")
                            .rewrittenAs(together(earlier.measured(), statement.measured()))
                            .finding());
                    break;
                }
            }
        }
        return findings;
    }

    /** VALIDATE is on its own for a reason: writes continue meanwhile. */
    private static boolean works(MeasuredStatement statement, long table) {
        boolean alters = statement.measured().begins("alter", "table")
                && !statement.measured().says("validate");
        return alters && (statement.rewrites(table) || statement.checks(table) > 0);
    }

    private static @Nullable String together(Measurement first, Measurement second) {
        String name = first.words().get(2);
        int at = second.statement().text().indexOf(second.words().get(2));
        boolean same = second.words().get(2).equals(name) && !first.says("only") && at > 0 && !second.says(".");
        return same
                ? first.statement().text() + ","
                        + second.statement()
                                .text()
                                .substring(at + second.words().get(2).length()) + ";"
                : null;
    }

    /** Later queries of a table wait behind a statement that waits itself, for as long as the oldest transaction may last. */
    static List<Finding> lockQueue(MeasuredStatement statement) {
        Duration oldest = statement.revision().range().real().oldestTransaction();
        long timeout = statement.measured().lockTimeout();
        Duration waits = timeout == 0 || oldest.toMillis() < timeout ? oldest : Duration.ofMillis(timeout);
        return statement.measured().locks().keySet().stream()
                .filter(oid -> statement.isOldTable(oid))
                .filter(oid -> {
                    LockMode taken = statement.taken(oid);
                    return taken != null && taken.blocksWrites() && waits.compareTo(limit(statement, taken)) > 0;
                })
                .min(Comparator.comparing(statement::name))
                .map(oid -> FindingBuilder.of(Rule.LOCK_QUEUE, statement)
                        .on(oid)
                        .message("The oldest transaction of the database is " + oldest.toSeconds()
                                + " s old. If it uses " + statement.name(oid) + ", the statement waits for it up to "
                                + waits.toMillis() + " ms, and later queries of the table wait behind the statement.")
                        .finding())
                .map(List::of)
                .orElse(List.of());
    }

    private static Duration limit(MeasuredStatement statement, LockMode mode) {
        LintSettings settings = statement.revision().range().settings();
        return mode.blocksReads() ? settings.maxBlockingReads() : settings.maxBlockingWrites();
    }

    /** A statement that follows and changes the table takes such a lock anyway, and is judged for it. */
    static List<Finding> explicitLock(MeasuredStatement statement) {
        if (!statement.measured().begins("lock")) {
            return List.of();
        }
        return statement.measured().locks().keySet().stream()
                .filter(oid -> statement.isOldTable(oid) && !isChangedNext(statement, oid))
                .filter(oid -> {
                    LockMode taken = statement.taken(oid);
                    return taken != null && taken.blocksWrites();
                })
                .sorted(Comparator.comparing(statement::name))
                .map(oid -> FindingBuilder.of(Rule.EXPLICIT_LOCK, statement)
                        .on(oid)
                        .message("LOCK TABLE locks " + statement.name(oid)
                                + " for all statements that follow in the transaction.")
                        .finding())
                .toList();
    }

    private static boolean isChangedNext(MeasuredStatement statement, long table) {
        List<Measurement> all = statement.revision().measurements();
        Measurement next = statement.position() + 1 < all.size() ? all.get(statement.position() + 1) : null;
        return next != null
                && next.transaction() == statement.measured().transaction()
                && next.changes().containsKey(table);
    }

    static List<Finding> lockTimeout(MeasuredStatement statement) {
        if (statement.measured().lockTimeout() != 0) {
            return List.of();
        }
        return statement.measured().locks().keySet().stream()
                .filter(oid -> statement.isOldTable(oid))
                .filter(oid -> {
                    LockMode taken = statement.taken(oid);
                    return taken != null && taken.blocksWrites();
                })
                .min(Comparator.comparing(statement::name))
                .map(oid -> FindingBuilder.of(Rule.NO_LOCK_TIMEOUT, statement)
                        .on(oid)
                        .message("lock_timeout is 0: while the statement waits for its lock, all later queries of "
                                + statement.name(oid) + " wait behind it.")
                        .finding())
                .map(List::of)
                .orElse(List.of());
    }
}
