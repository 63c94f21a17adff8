/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on a host that makes a scratch database, holds the lock that says it is in use, and drops it.
 *
 * <p>The lock is taken before the database is there, so that at no moment another run could treat it as orphaned.
 */
final class ScratchDatabaseOwner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ScratchDatabaseOwner.class);

    private static final String FACTS = """
        SELECT pg_catalog.pg_is_in_recovery(), current_user,
               (SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles
                WHERE rolname OPERATOR(pg_catalog.=) current_user),
               (SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles
                WHERE rolname OPERATOR(pg_catalog.=) session_user)
        """;

    private final ScratchHost host;
    private final MigrationConnection session;
    private final Facts facts;
    private @Nullable ScratchName locked;

    private record Facts(boolean standby, String role, boolean roleCreates, boolean userCreates) {}

    private ScratchDatabaseOwner(ScratchHost host, MigrationConnection session) throws SQLException {
        this.host = host;
        this.session = session;
        session.prepareSession(host.session());
        this.facts = session.queryOne(
                FACTS, row -> new Facts(row.getBoolean(1), row.getString(2), row.getBoolean(3), row.getBoolean(4)));
    }

    static ScratchDatabaseOwner open(ScratchHost host) throws SQLException {
        MigrationConnection session = host.door().open();
        try {
            return new ScratchDatabaseOwner(host, session);
        } catch (Throwable failure) {
            session.close();
            throw failure;
        }
    }

    /** {@return why no database can be made here; empty if one can} */
    Optional<String> objection() {
        if (facts.standby()) {
            return Optional.of("the server is a standby");
        }
        return facts.roleCreates() || facts.userCreates()
                ? Optional.empty()
                : Optional.of("the role " + facts.role() + " may not create databases (it has no CREATEDB)");
    }

    /** {@return the session, for what is done in this very database} */
    MigrationConnection session() {
        return session;
    }

    /**
     * Makes a database that belongs to the session's role, and prepares it. Closing this drops it, whole or half made.
     */
    Scratch make(DatabaseTemplate template) throws SQLException {
        if (!facts.roleCreates()) {
            session.execute("SET ROLE NONE");
        }
        OrphanedDatabases.ofScratch().remove(session);
        ScratchName name = lock();
        create(name, template);
        ScratchParts parts =
                ScratchParts.prepare(name.toString(), host.databases().apply(name.toString()), host, template);
        return new Scratch(parts, this::close);
    }

    private ScratchName lock() throws SQLException {
        while (true) {
            ScratchName name = ScratchName.random(ThreadLocalRandom.current());
            if (name.use().tryTake(session)) {
                locked = name;
                return name;
            }
        }
    }

    private void create(ScratchName name, DatabaseTemplate template) throws SQLException {
        String options = "OWNER " + Identifiers.quote(facts.role()) + " TEMPLATE template0 ";
        DatabaseLocale locale = template.locale();
        if (locale == null) {
            ClosedDatabase.create(session, name.toString(), options);
        } else {
            create(name, options, locale);
        }
        session.execute("COMMENT ON DATABASE " + name + " IS " + Identifiers.literal(ScratchName.COMMENT));
        if (host.kind() == ScratchHost.Kind.TEMPORARY) {
            createRoles(template);
        }
    }

    /** Another server may not have the locale: sorting is not what is compared, so its own will do. */
    private void create(ScratchName name, String options, DatabaseLocale locale) throws SQLException {
        try {
            ClosedDatabase.create(session, name.toString(), options + locale.options(session.majorVersion()));
        } catch (SQLException e) {
            if (host.kind() == ScratchHost.Kind.REAL || !SqlState.isServerAnswer(e)) {
                throw e;
            }
            log.warn(
                    "The scratch server does not have the locale of the real database ({}) and uses its" + " own",
                    e.getMessage());
            ClosedDatabase.create(session, name.toString(), options);
        }
    }

    private void createRoles(DatabaseTemplate template) throws SQLException {
        for (String role : template.roles()) {
            boolean there = session.queryOne(
                    "SELECT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname OPERATOR(pg_catalog.=) ?)",
                    row -> row.getBoolean(1),
                    role);
            if (!there) {
                session.execute("CREATE ROLE " + Identifiers.quote(role));
            }
        }
    }

    private void drop(ScratchName name) {
        try {
            session.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            log.warn("The scratch database {} could not be dropped: the next run will. {}", name, e.getMessage());
        }
    }

    /** Drops the database, releases the lock, and ends the session. */
    @Override
    public void close() {
        ScratchName name = locked;
        if (name != null) {
            locked = null;
            drop(name);
            unlock(name);
        }
        session.close();
    }

    private void unlock(ScratchName name) {
        try {
            name.use().release(session);
        } catch (SQLException e) {
            log.debug("The lock of {} could not be released; closing the session", name, e);
            session.retire();
        }
    }
}
