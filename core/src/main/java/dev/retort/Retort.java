/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.adoption.AdoptionRequest;
import dev.retort.adoption.AdoptionResult;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.LiveSchema;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.autogenerate.ModelMarks;
import dev.retort.autogenerate.Replay;
import dev.retort.autogenerate.SchemaComparison;
import dev.retort.error.RetortException;
import dev.retort.event.MigrationListener;
import dev.retort.internal.execute.Acceptance;
import dev.retort.internal.execute.Migrator;
import dev.retort.internal.execute.Repair;
import dev.retort.internal.execute.adopt.Adopter;
import dev.retort.internal.execute.adopt.AdoptionUndo;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.lint.LintRun;
import dev.retort.internal.lint.SizeReader;
import dev.retort.internal.offline.OfflineScripts;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.scratch.ScratchServer;
import dev.retort.internal.scratch.SharedServer;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.internal.status.StatusReader;
import dev.retort.internal.status.TargetCheck;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.Sizes;
import dev.retort.migration.MigrationFactory;
import dev.retort.model.ModelDdl;
import dev.retort.model.SchemaModel;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScript;
import dev.retort.run.RepairRequest;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.status.HistoryEntry;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionDetail;
import dev.retort.status.RunInProgress;
import dev.retort.status.Validation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one way to look at a database and to migrate it.
 *
 * <p>Immutable and safe for use by several threads: each call takes a connection of its own and gives it back, and runs
 * that change a database keep each other out by an advisory lock in that database.
 *
 * @since 0.1
 */
public final class Retort {

    private final RetortSettings settings;
    private final LocatedScripts located;
    private final RunEnvironment environment;

    /**
     * Creates a facade; touches neither scripts nor database.
     *
     * @param settings the settings
     * @param dataSource where connections come from; pools are fine, transaction poolers are refused at the first run
     * @param classLoader loads {@code classpath:} locations and the classes of Java revisions, which need a constructor without
     *     parameters
     * @param listeners hear of runs and steps, in order
     */
    public Retort(
            RetortSettings settings,
            DataSource dataSource,
            ClassLoader classLoader,
            List<MigrationListener> listeners) {
        this(settings, dataSource, classLoader, new ConstructorFactory(), listeners);
    }

    /**
     * Creates a facade that has its Java revisions made by somebody else; touches neither scripts nor database.
     *
     * @param settings the settings
     * @param dataSource where connections come from; pools are fine, transaction poolers are refused at the first run
     * @param classLoader loads {@code classpath:} locations and the classes of Java revisions
     * @param factory makes instances of Java revisions
     * @param listeners hear of runs and steps, in order
     */
    public Retort(
            RetortSettings settings,
            DataSource dataSource,
            ClassLoader classLoader,
            MigrationFactory factory,
            List<MigrationListener> listeners) {
        Sleeper sleeper = Sleeper.system();
        this.settings = settings;
        this.located = new LocatedScripts(
                settings.locations(), settings.javaPackages(), classLoader, factory, settings.missingScripts());
        this.environment = new RunEnvironment(
                settings.name(),
                located,
                new ConnectionSource(dataSource, settings.connectRetries(), sleeper),
                settings.tables(),
                settings.session(),
                settings.lockTimeouts(),
                settings.policy(),
                listeners,
                sleeper);
    }

    private Retort(RetortSettings settings, LocatedScripts located, RunEnvironment environment) {
        this.settings = settings;
        this.located = located;
        this.environment = environment;
    }

    /** {@return the settings} */
    public RetortSettings settings() {
        return settings;
    }

    /**
     * Makes a facade for a caller that cannot wait, such as an HTTP request: while another run holds the lock, its runs are
     * refused at once, whatever {@link RetortSettings#waitForLock} says.
     *
     * @return a facade of the same database
     */
    public Retort withoutWaiting() {
        return new Retort(settings, located, environment.withoutWaiting());
    }

    /**
     * Makes a facade that tells more listeners.
     *
     * @param more hear of runs and steps after those that there are
     * @return a facade of the same database
     */
    public Retort with(List<MigrationListener> more) {
        return new Retort(settings, located, environment.with(more));
    }

    /**
     * Makes a facade that does the same to another database: same settings, scripts and listeners.
     *
     * @param other where its connections come from
     * @return a facade of the other database
     */
    public Retort on(DataSource other) {
        ConnectionSource source = new ConnectionSource(other, settings.connectRetries(), environment.sleeper());
        return new Retort(settings, located, environment.on(source));
    }

    /**
     * Makes a facade that judges the database by the scripts of the source folders instead of by those of this build, which may
     * be older. For commands that write scripts: a new one follows the sources.
     *
     * @param workingDirectory what relative folders are relative to
     * @return a facade of the same database
     */
    public Retort onSources(Path workingDirectory) {
        return new Retort(
                settings, located, environment.reading(sources(workingDirectory).asSource()));
    }

    /**
     * Does what a starting service does: brings the database to {@code settings.target}, checks it, or waits for it.
     *
     * @param mode which of these
     * @return what was found and done; empty for {@link StartMode#NONE}
     * @throws RetortException when the database is not, or cannot be brought, where the service needs it
     */
    public Optional<RunResult> start(StartMode mode) {
        RunRequest request = RunRequest.atStartup(settings.target());
        return switch (mode) {
            case UPGRADE -> Optional.of(upgrade(request));
            case VALIDATE -> Optional.of(new TargetCheck(environment, request).validate());
            case WAIT -> Optional.of(new TargetCheck(environment, request).await(settings.waitTimeout()));
            case NONE -> Optional.empty();
        };
    }

    /**
     * Brings the database up to a target: runs all that the target needs and that is not applied.
     *
     * @param request what is asked; a starting service's request does nothing while a hold stands
     * @return what was found and done
     * @throws RetortException when it is refused or fails; earlier revisions stay applied
     */
    public RunResult upgrade(RunRequest request) {
        return new Migrator(environment).upgrade(request);
    }

    /**
     * Takes revisions back. An operator's downgrade holds: starting services do not go up again.
     *
     * @param request what is asked
     * @return what was found and done
     * @throws RetortException when it is refused or fails; what was taken back stays so
     */
    public RunResult downgrade(RunRequest request) {
        return new Migrator(environment).downgrade(request);
    }

    /**
     * Sets the version rows without running anything.
     *
     * @param request what is asked; several targets are separated by blanks or commas
     * @return what was found and done
     * @throws RetortException when it is refused
     */
    public RunResult stamp(RunRequest request) {
        return new Migrator(environment).stamp(request);
    }

    /**
     * Takes the database over from another migration tool: its history table says which revisions have run.
     *
     * @param request what is asked
     * @return what was found and done
     * @throws dev.retort.adoption.AdoptionRefusedException when that history says something that the revisions do not
     */
    public AdoptionResult adopt(AdoptionRequest request) {
        return new Adopter(environment, request).adopt();
    }

    /**
     * Gives an adopted database back to the other tool: removes guard and version rows, keeps the history.
     *
     * @param request who asks, and why
     * @param leave whether what revisions made that the other tool does not know stays
     * @return these revisions
     * @throws RetortException when the database is not adopted, or there are such revisions and they are not to be left
     */
    public List<String> undoAdoption(AdoptionRequest request, boolean leave) {
        return new AdoptionUndo(environment, request).giveBack(leave);
    }

    /** {@return what writes scripts that psql runs to the same end as a run; asks no database} */
    public OfflineScripts offline() {
        return new OfflineScripts(environment, UUID::randomUUID);
    }

    /** Makes the version table and Retort's own tables where they are missing: the way to adopt a schema at its base. */
    public void ensureVersion() {
        new Migrator(environment).ensureVersion();
    }

    /**
     * Settles a statement that was begun, did not end, and of which nobody but a person can tell whether it took effect. The
     * step goes on with the next upgrade or downgrade.
     *
     * @param request what the person found out
     * @throws RetortException when no statement of the revision is in doubt
     */
    public void repair(RepairRequest request) {
        new Repair(environment).settle(request);
    }

    /**
     * Takes changed scripts for what was run: their checksums count from now on.
     *
     * @param request which, and why
     * @return the scripts that were accepted
     * @throws RetortException when a script is what was run, or none was changed
     */
    public List<ChangedScript> accept(AcceptRequest request) {
        return new Acceptance(environment).accept(request);
    }

    /** {@return how the scripts compare with what the database says was run; reads only} */
    public Validation validate() {
        return new StatusReader(environment).validate();
    }

    /**
     * Reads the scripts anew; asks the database nothing.
     *
     * @return the scripts and Java revisions of this build
     * @throws RetortException when a script cannot be read, with all problems of all files
     */
    public List<RevisionScript> scripts() {
        return environment.scripts().read().all();
    }

    /**
     * Finds the folders in which somebody writes the scripts of this build; reads nothing.
     *
     * @param workingDirectory what relative folders are relative to
     * @return the folders, to which the Java revisions of this build belong too
     */
    public WorkspaceScripts sources(Path workingDirectory) {
        return new WorkspaceScripts(workingDirectory, located, settings.sources());
    }

    /**
     * Looks whether the database answers; reads nothing of it.
     *
     * @return its address as the driver knows it, without the parameters, where a password may be
     * @throws dev.retort.internal.jdbc.statement.DatabaseException when it cannot be reached
     */
    public String address() {
        return new StatusReader(environment).address();
    }

    /** {@return where the database stands; reads only} */
    public MigrationStatus status() {
        return new StatusReader(environment).status();
    }

    /**
     * Looks whether a run is going on, in this process or another; reads only.
     *
     * @return the run that holds the migration lock; empty when there is none
     */
    public Optional<RunInProgress> running() {
        return new StatusReader(environment).running();
    }

    /**
     * Looks one revision up; reads only.
     *
     * @param target a full or partial id, a label, {@code head}, as Alembic reads it
     * @return the revision with its state in the database and the text of its script
     * @throws dev.retort.graph.GraphException when there is none
     */
    public RevisionDetail revision(String target) {
        return new StatusReader(environment).revision(target);
    }

    /**
     * Reads the history, newest first; empty where Retort has not been.
     *
     * @param limit how many rows at most
     * @param before only rows with a smaller id; {@code null} from the newest
     * @return the rows; at most the limit
     */
    public List<HistoryEntry> log(int limit, @Nullable Long before) {
        return new StatusReader(environment).log(limit, before);
    }

    /**
     * Makes a database that resembles the real one, to try things in; the real one is only read.
     *
     * @param address where the real database is and as whom; {@code null} when that is not known
     * @param servers what can be started when no database can be made elsewhere
     * @return the database, which the caller closes
     * @throws RetortException when there is no way to make one, with the ways that there are
     */
    public Scratch scratch(@Nullable ServerAddress address, List<ScratchServer> servers) {
        return new ScratchDatabases(settings.scratch(), settings.session(), servers)
                .open(environment.source(), address);
    }

    /**
     * Works out what makes of the database what a model wants; reads only.
     *
     * @param scratch a database in which the model was made
     * @param model what was run there
     * @param request how they are compared
     * @return the operations, and what a person should know
     * @throws RetortException when one of them cannot be read, or the request cannot be used
     */
    public ModelComparison compare(Scratch scratch, ModelDdl model, ComparisonRequest request) {
        return new SchemaComparison(
                        settings.comparison(),
                        model,
                        request,
                        ModelMarks.of(environment.scripts().read().all()))
                .run(environment.source(), scratch);
    }

    /**
     * Works out what makes the schema of the database in an empty one, without the tables of migration tools; reads only.
     *
     * @return the operations, and what they leave out
     */
    public ModelComparison liveSchema() {
        return new LiveSchema(settings.comparison()).read(environment.source());
    }

    /**
     * Works out what a model wants that no revision does, without the database: runs all revisions in a scratch database,
     * makes the model in another, and compares. Scratch databases are made on the server of {@code retort.scratch-url} or on
     * one that is started, never beside the real database. Listeners do not hear of it.
     *
     * @param model the model
     * @param request how they are compared
     * @param servers what can be started
     * @return the operations, and what a person should know
     * @throws RetortException when there is no way to make a scratch database, or a revision or the model fails there
     */
    public ModelComparison replay(SchemaModel model, ComparisonRequest request, List<ScratchServer> servers) {
        return new Replay(settings.comparison(), environment).compare(model, request, servers);
    }

    /**
     * Judges revisions before they run: measures them in a scratch database and prices them with the sizes of the real one.
     * Listeners do not hear of it, and the real database is only read.
     *
     * @param request which revisions, and with what
     * @param address where the real database is and as whom; {@code null} when that is not known
     * @param servers what can be started when no database can be made elsewhere
     * @return the findings of each revision
     * @throws RetortException when there is no way to make a scratch database, or its starting schema cannot be created
     */
    public LintReport lint(LintRequest request, @Nullable ServerAddress address, List<ScratchServer> servers) {
        List<SharedServer> shared = SharedServer.of(servers);
        try {
            ScratchDatabases databases =
                    new ScratchDatabases(settings.scratch(), settings.session(), List.copyOf(shared));
            LintRun run = new LintRun(environment, databases, new Replay(settings.comparison(), environment)::to);
            return request.replay() ? run.replayed(request) : run.ofDatabase(request, status().current(), address);
        } finally {
            shared.forEach(SharedServer::close);
        }
    }

    /** {@return the sizes of the tables and indexes of the database; reads only} */
    public Sizes sizes() {
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            return new SizeReader(connection).read();
        } catch (SQLException e) {
            throw new DatabaseException("The sizes of the database could not be read.", e);
        }
    }
}
