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
 * The templates that a process uses. Each is made once, by whichever process comes first: the others wait for it. It stays for
 * later runs while they want the same; a run that wants another removes it when nobody uses it.
 *
 * <p>Two locks: one is shared by all that use a template, from before it is there, so that nobody takes it for one left over;
 * the other is held by whoever makes it. Used by one thread at a time.
 */
final class Templates {

    private static final Logger log = LoggerFactory.getLogger(Templates.class);

    private final TestServer server;
    private final MigrationConnection session;
    private final UUID process;
    private final Map<DatabaseName, Outcome> used = new HashMap<>();
    private final List<DatabaseName> own = new ArrayList<>();
    private final Set<String> roles = new HashSet<>();

    /** From here on a copy of the files costs less than writing every page to the log. */
    private static final long LARGE = 64L << 20;

    /** How making it ended: with a database of some size, or not. */
    private record Outcome(long size, @Nullable RuntimeException failure) {}

    Templates(TestServer server, MigrationConnection session, UUID process) {
        this.server = server;
        this.session = session;
        this.process = process;
    }

    /**
     * {@return how a copy is made of a template, which is there now and stays as long as this process}
     *
     * @throws RuntimeException of the filling, the same each time: it is not tried again
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
            log.info("Waiting for another run that makes the template {}", name);
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
            making.giveBack(session);
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
        // Nobody can change it from now on, and no session of somebody is in the way of a copy.
        session.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        sign(name.name());
        log.debug("Made the template {} on {}", name, server);
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

    /** Roles belong to the whole server: those of an earlier run, or of another process at this moment, will do. */
    private void makeRole(String role) throws SQLException {
        if (!roles.add(role)) {
            return;
        }
        session.execute("DO $$ BEGIN CREATE ROLE " + Identifiers.quote(role)
                + "; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
    }

    /** Says whose it is. */
    void sign(String name) throws SQLException {
        session.execute("COMMENT ON DATABASE " + name + " IS " + Identifiers.literal(DatabaseName.COMMENT));
    }

    /** Drops those that no later run can use. */
    void dropOwn() {
        for (DatabaseName name : own) {
            try {
                session.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            } catch (SQLException e) {
                log.warn("The template {} could not be dropped: the next run will. {}", name, e.getMessage());
            }
        }
    }
}
