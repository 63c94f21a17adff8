/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.AdvisoryLock;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.scratch.ClosedDatabase;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates of a process. The first process creates a template while the others wait. Later runs use it while its
 * facts are the same; a run that needs another template drops it if it is not in use.
 *
 * <p>There are two advisory locks: all users of a template hold the first in shared mode, even before it exists, so
 * that it is not taken for an orphaned one; the process that creates it holds the second. Not thread-safe.
 */
final class Templates {

    private static final Logger log = LoggerFactory.getLogger(Templates.class);

    private final TestServer server;
    private final MigrationConnection session;
    private final UUID process;
    private final Map<DatabaseName, Outcome> used = new HashMap<>();
    private final List<DatabaseName> own = new ArrayList<>();
    private final Set<String> roles = new HashSet<>();

    /** From this size on copying the files is cheaper than writing every page to the WAL. */
    private static final long LARGE = 64L << 20;

    /** The outcome of creating a template: its size, or a failure. */
    private record Outcome(long size, @Nullable RuntimeException failure) {}

    Templates(TestServer server, MigrationConnection session, UUID process) {
        this.server = server;
        this.session = session;
        this.process = process;
    }

    /**
     * {@return the options of a copy of a template, which exists until this process ends}
     *
     * @throws RuntimeException of the filling; the same each time, because it is not tried again
     */
    String use(Template template) throws SQLException {
        for (String role : template.roles()) {
            makeRole(role);
        }
        DatabaseName name = template.databaseName(process);
        Outcome outcome = used.get(name);
        if (outcome == null) {
            outcome = prepare(name, template);
            used.put(name, outcome);
        }
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        boolean byFiles = outcome.size() > LARGE && session.majorVersion() >= 15;
        return "TEMPLATE " + name + (byFiles ? " STRATEGY FILE_COPY" : "");
    }

    private Outcome prepare(DatabaseName name, Template template) throws SQLException {
        name.use().share(session);
        DatabaseName.orphans().remove(session);
        if (isWhole(name)) {
            return made(name);
        }
        AdvisoryLock making = name.making();
        if (!making.tryTake(session)) {
            log.info("Waiting for another run that creates the template {}", name);
            making.take(session);
        }
        try {
            if (!isWhole(name)) {
                make(name, template);
            }
            return made(name);
        } catch (RetortException e) {
            return new Outcome(0, e);
        } finally {
            making.release(session);
        }
    }

    private Outcome made(DatabaseName name) throws SQLException {
        long size = session.queryOne("SELECT pg_catalog.pg_database_size(?)", row -> row.getLong(1), name.name());
        return new Outcome(size, null);
    }

    private boolean isWhole(DatabaseName name) throws SQLException {
        return session.queryOne(
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) ?"
                        + " AND pg_catalog.shobj_description(oid, 'pg_database') OPERATOR(pg_catalog.=) ?)",
                row -> row.getBoolean(1),
                name.name(),
                DatabaseName.COMMENT);
    }

    private void make(DatabaseName name, Template template) throws SQLException {
        dropHalfMade(name);
        ClosedDatabase.create(session, name.name(), "TEMPLATE template0 ENCODING 'UTF8'");
        if (!template.isShared()) {
            own.add(name);
        }
        template.filling().fill(server.address().database(name.name()));
        // From now on no session can change it or block a copy.
        session.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        sign(name.name());
        log.debug("Created the template {} on {}", name, server);
    }

    private void dropHalfMade(DatabaseName name) throws SQLException {
        List<String> found = session.query(
                "SELECT datname FROM pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) ?",
                row -> row.getString(1),
                name.name());
        if (!found.isEmpty()) {
            session.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    /** Roles are shared by the whole server: those of an earlier run or another process are used. */
    private void makeRole(String role) throws SQLException {
        if (!roles.add(role)) {
            return;
        }
        session.execute("DO $$ BEGIN CREATE ROLE " + Identifiers.quote(role)
                + "; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
    }

    /** Sets the comment that identifies the database. */
    void sign(String name) throws SQLException {
        session.execute("COMMENT ON DATABASE " + name + " IS " + Identifiers.literal(DatabaseName.COMMENT));
    }

    /** Drops the templates that no later run can use. */
    void dropOwn() {
        for (DatabaseName name : own) {
            try {
                session.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            } catch (SQLException e) {
                log.warn("The template {} could not be dropped; the next run drops it. {}", name, e.getMessage());
            }
        }
    }
}
