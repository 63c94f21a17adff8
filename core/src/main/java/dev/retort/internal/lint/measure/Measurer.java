/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.lint.LockMode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Runs the parts of revisions on a scratch database and measures each statement. The database changes with them: what
 * one revision made is there for the next. One thread at a time.
 */
public final class Measurer {

    private static final Set<String> CODE = Set.of("do", "call", "select", "with");

    private final MigrationConnection connection;
    private final FactsReader facts;
    private final LockReader locks;
    private final ScanCounters counters;
    private final SavedSession session;
    private final ConcurrentRun concurrent;
    private CatalogFacts known;
    private String readAt;
    private int transaction;

    /**
     * Reads the catalog as it is.
     *
     * @param connection the session in which statements run
     * @param others opens more sessions in the same database
     * @param lockTimeout the {@code lock_timeout} with which steps begin; zero for none
     * @throws SQLException when the server refuses
     */
    public Measurer(MigrationConnection connection, ConnectionSource others, Duration lockTimeout) throws SQLException {
        this.connection = connection;
        this.facts = new FactsReader(connection);
        this.locks = new LockReader(connection);
        this.counters = new ScanCounters(connection);
        this.session = new SavedSession(connection, lockTimeout);
        this.concurrent = new ConcurrentRun(connection, others);
        this.readAt = facts.now();
        this.known = facts.all();
    }

    /** {@return the catalog as it is now} */
    public CatalogFacts known() {
        return known;
    }

    /** {@return the catalog, read again where it changed: privileges change without a lock} */
    public CatalogFacts reread() throws SQLException {
        String now = facts.now();
        known = facts.since(known, readAt);
        readAt = now;
        return known;
    }

    /**
     * Runs the parts of one revision. Ends at the first statement that fails, which is the last measurement; what its
     * transaction did is rolled back.
     *
     * @throws SQLException when the connection is lost
     */
    public List<Measurement> run(List<ScriptPart> parts) throws SQLException {
        session.restore();
        List<Measurement> measured = new ArrayList<>();
        for (ScriptPart part : parts) {
            boolean done = part.autocommit() ? each(part, measured) : together(part, measured);
            if (!done) {
                break;
            }
        }
        return measured;
    }

    private boolean each(ScriptPart part, List<Measurement> measured) throws SQLException {
        for (SqlStatement statement : part.statements()) {
            boolean wrapped = StatementTraits.of(statement).runsInTransaction();
            boolean done = wrapped ? together(List.of(statement), true, measured) : outside(statement, measured);
            if (!done) {
                return false;
            }
        }
        return true;
    }

    private boolean together(ScriptPart part, List<Measurement> measured) throws SQLException {
        return together(part.statements(), false, measured);
    }

    /** Runs statements in one transaction. */
    private boolean together(List<SqlStatement> statements, boolean autocommit, List<Measurement> measured)
            throws SQLException {
        CatalogFacts before = known;
        Current current = new Current(transaction++, autocommit);
        SqlStatement[] running = {statements.get(0)};
        try {
            return connection.inTransaction(() -> {
                counters.begin();
                for (SqlStatement statement : statements) {
                    running[0] = statement;
                    measured.add(measure(statement, current));
                }
                return true;
            });
        } catch (SQLException e) {
            session.requireUsable(e);
            known = before;
            measured.add(failed(running[0], current, e));
            return false;
        }
    }

    private Measurement failed(SqlStatement statement, Current current, SQLException failure) {
        return new Measurement(
                statement,
                statement.tokens(),
                current.autocommit,
                current.number,
                known,
                known,
                current.held,
                current.held,
                Map.of(),
                Map.of(),
                0,
                false,
                failure);
    }

    /** A transaction while it runs. */
    private static final class Current {
        private final int number;
        private final boolean autocommit;
        private Map<Long, LockMode> held = Map.of();

        Current(int number, boolean autocommit) {
            this.number = number;
            this.autocommit = autocommit;
        }
    }

    private Measurement measure(SqlStatement statement, Current current) throws SQLException {
        CatalogFacts before = known;
        Map<Long, LockMode> held = current.held;
        connection.execute(statement);
        Map<Long, LockMode> after = locks.own();
        Set<Long> candidates = changeable(before, after);
        Map<Long, RelationChange> changes =
                changes(before, candidates.isEmpty() ? Map.of() : facts.relations(candidates), candidates);
        known = with(before, changes);
        Map<Long, Integer> scans = isCode(statement) ? counters.since() : counters.since(after.keySet());
        current.held = after;
        return new Measurement(
                statement,
                statement.tokens(),
                current.autocommit,
                current.number,
                before,
                known,
                held,
                after,
                scans,
                changes,
                session.lockTimeout(),
                false,
                null);
    }

    /** Code can release its locks again, by a block with {@code EXCEPTION}; what it read is counted all the same. */
    private static boolean isCode(SqlStatement statement) {
        List<String> words = statement.tokens();
        return !words.isEmpty() && CODE.contains(words.get(0));
    }

    /** Whatever changes the definition of a relation locks it, or its table, at least like {@code VACUUM}. */
    private static Set<Long> changeable(CatalogFacts before, Map<Long, LockMode> locks) {
        Set<Long> strong = new HashSet<>();
        locks.forEach((oid, mode) -> {
            if (mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0) {
                strong.add(oid);
            }
        });
        Set<Long> all = new LinkedHashSet<>(strong);
        before.relations().values().stream()
                .filter(relation -> relation.index() != null
                        && strong.contains(relation.index().table()))
                .forEach(index -> all.add(index.oid()));
        return all;
    }

    private static Map<Long, RelationChange> changes(
            CatalogFacts before, Map<Long, RelationFacts> now, Set<Long> candidates) {
        Map<Long, RelationChange> changes = new HashMap<>();
        for (Long oid : candidates) {
            RelationFacts old = before.relation(oid);
            RelationFacts current = now.get(oid);
            if (!Objects.equals(old, current)) {
                changes.put(oid, new RelationChange(old, current));
            }
        }
        return changes;
    }

    private CatalogFacts with(CatalogFacts before, Map<Long, RelationChange> changes) throws SQLException {
        Map<Long, RelationFacts> relations = new HashMap<>(before.relations());
        changes.forEach((oid, change) -> {
            if (change.after() == null) {
                relations.remove(oid);
            } else {
                relations.put(oid, change.after());
            }
        });
        return new CatalogFacts(relations, facts.enums(), facts.domainChecks());
    }

    private boolean outside(SqlStatement statement, List<Measurement> measured) throws SQLException {
        CatalogFacts before = known;
        Current current = new Current(transaction++, true);
        List<String> words = statement.tokens();
        List<RelationFacts> tables = NamedTables.in(words, before);
        long lockTimeout = session.lockTimeout();
        session.set("lock_timeout", "0");
        try {
            Map<Long, LockMode> seen = concurrent.run(statement, tables);
            measured.add(outside(statement, words, before, current, seen, tables, lockTimeout));
            return true;
        } catch (SQLException e) {
            session.requireUsable(e);
            measured.add(failed(statement, current, e));
            return false;
        } finally {
            session.set("lock_timeout", String.valueOf(lockTimeout));
        }
    }

    private Measurement outside(
            SqlStatement statement,
            List<String> words,
            CatalogFacts before,
            Current current,
            Map<Long, LockMode> seen,
            List<RelationFacts> tables,
            long lockTimeout)
            throws SQLException {
        CatalogFacts after = reread();
        Set<Long> all = new HashSet<>(before.relations().keySet());
        all.addAll(after.relations().keySet());
        Map<Long, RelationChange> changes = changes(before, after.relations(), all);
        Map<Long, LockMode> declared = declared(changes, words);
        tables.forEach(table -> declared.putIfAbsent(table.oid(), LockMode.SHARE_UPDATE_EXCLUSIVE));
        return new Measurement(
                statement,
                words,
                true,
                current.number,
                before,
                after,
                Map.of(),
                seen.isEmpty() ? declared : seen,
                Map.of(),
                changes,
                lockTimeout,
                seen.isEmpty(),
                null);
    }

    /** What names no table, such as {@code VACUUM FULL} or {@code REINDEX SCHEMA}, cannot be stopped at one: files show it. */
    private static Map<Long, LockMode> declared(Map<Long, RelationChange> changes, List<String> words) {
        boolean online = words.contains("concurrently");
        Map<Long, LockMode> declared = new HashMap<>();
        for (RelationChange change : changes.values()) {
            RelationFacts old = change.before();
            RelationFacts now = change.after();
            if (old != null && now != null && old.file() != now.file()) {
                long table = old.index() == null ? old.oid() : old.index().table();
                LockMode mode = online
                        ? LockMode.SHARE_UPDATE_EXCLUSIVE
                        : old.index() == null ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE;
                declared.merge(table, mode, LockReader::stronger);
            }
        }
        return declared;
    }
}
