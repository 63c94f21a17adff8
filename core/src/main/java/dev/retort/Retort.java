/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.adoption.AdoptionRequest;
import dev.retort.adoption.AdoptionResult;
import dev.retort.error.RetortException;
import dev.retort.event.MigrationListener;
import dev.retort.internal.execute.Acceptance;
import dev.retort.internal.execute.Migrator;
import dev.retort.internal.execute.Repair;
import dev.retort.internal.execute.adopt.Adopter;
import dev.retort.internal.execute.adopt.AdoptionUndo;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.lint.packed.PackedFindings;
import dev.retort.internal.offline.OfflineScripts;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.internal.status.StatusReader;
import dev.retort.internal.status.TargetCheck;
import dev.retort.migration.MigrationFactory;
import dev.retort.run.AcceptRequest;
import dev.retort.run.ChangedScript;
import dev.retort.run.RepairRequest;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.status.HistoryEntry;
import dev.retort.status.MigrationReport;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionDetail;
import dev.retort.status.RunInProgress;
import dev.retort.status.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: reads the state of a database and migrates it.
 *
 * <p>Immutable and safe for use by several threads: each call opens its own connection and closes it. An advisory lock
 * in the database lets only one run at a time change it.
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
     * @param classLoader loads {@code classpath:} locations and the classes of Java revisions, which need a constructor
     *     without parameters
     * @param listeners are called at runs and steps, in order
     */
    public Retort(
            RetortSettings settings,
            DataSource dataSource,
            ClassLoader classLoader,
            List<MigrationListener> listeners) {
        this(settings, dataSource, classLoader, new ConstructorFactory(), listeners);
    }

    /**
     * Creates a facade with a factory for Java revisions; touches neither scripts nor database.
     *
     * @param settings the settings
     * @param dataSource where connections come from; pools are fine, transaction poolers are refused at the first run
     * @param classLoader loads {@code classpath:} locations and the classes of Java revisions
     * @param factory makes instances of Java revisions
     * @param listeners are called at runs and steps, in order
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
                sleeper,
                (pending, state, connection) ->
                        new PackedFindings(classLoader, settings.lint()).check(pending, state, connection));
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
     * Creates a facade for a caller that cannot wait, such as an HTTP request: while another run holds the lock, its
     * runs fail at once, and {@link RetortSettings#waitForLock} does not apply.
     *
     * @return a facade of the same database
     */
    public Retort withoutWaiting() {
        return new Retort(settings, located, environment.withoutWaiting());
    }

    /**
     * Creates a facade with additional listeners.
     *
     * @param more listeners that are called after the existing ones
     * @return a facade of the same database
     */
    public Retort with(List<MigrationListener> more) {
        return new Retort(settings, located, environment.with(more));
    }

    /**
     * Creates a facade for another database with the same settings, scripts and listeners.
     *
     * @param other where its connections come from
     * @return a facade of the other database
     */
    public Retort on(DataSource other) {
        ConnectionSource source = new ConnectionSource(other, settings.connectRetries(), environment.sleeper());
        return new Retort(settings, located, environment.on(source));
    }

    /**
     * Makes a facade that judges the database by the scripts of the source folders instead of by those of this build,
     * which may be older. For commands that write scripts: a new one follows the sources.
     *
     * @param workingDirectory what relative folders are relative to
     * @return a facade of the same database
     */
    public Retort onSources(Path workingDirectory) {
        return new Retort(
                settings,
                located,
                environment.reading(authoring().sources(workingDirectory).asSource()));
    }

    /** {@return what is done with revisions while they are written: comparing, replaying, judging and squashing them} */
    public Authoring authoring() {
        return new Authoring(settings, located, environment);
    }

    /**
     * Runs what a starting service runs: upgrades the database to {@code settings.target}, checks it, or waits for it.
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
     * Upgrades the database to a target: runs all revisions that the target needs and that are not applied.
     *
     * @param request the request; that of a starting service does nothing while a hold is in force
     * @return what was found and done
     * @throws RetortException when it is refused or fails; earlier revisions stay applied
     */
    public RunResult upgrade(RunRequest request) {
        return new Migrator(environment).upgrade(request);
    }

    /**
     * Downgrades the database. An operator's downgrade sets a hold: starting services do not upgrade again.
     *
     * @param request the request
     * @return what was found and done
     * @throws RetortException when it is refused or fails; earlier downgraded revisions stay downgraded
     */
    public RunResult downgrade(RunRequest request) {
        return new Migrator(environment).downgrade(request);
    }

    /**
     * Sets the version rows without running anything.
     *
     * @param request the request; several targets are separated by blanks or commas
     * @return what was found and done
     * @throws RetortException when it is refused
     */
    public RunResult stamp(RunRequest request) {
        return new Migrator(environment).stamp(request);
    }

    /**
     * Takes the database over from another migration tool: its history table says which revisions have run.
     *
     * @param request the request
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
        return new AdoptionUndo(environment, request).undo(leave);
    }

    /** {@return the writer of scripts for psql that have the same effect as a run; does not connect to a database} */
    public OfflineScripts offline() {
        return new OfflineScripts(environment, UUID::randomUUID);
    }

    /** Creates the version table and Retort's other tables if they do not exist: adopts a schema at its base. */
    public void ensureVersion() {
        new Migrator(environment).ensureVersion();
    }

    /**
     * Records the outcome of a statement that started and did not finish, and whose effect Retort cannot determine. The
     * step continues with the next upgrade or downgrade.
     *
     * @param request the outcome that the operator found
     * @throws RetortException when no statement of the revision is in doubt
     */
    public void repair(RepairRequest request) {
        new Repair(environment).settle(request);
    }

    /**
     * Accepts changed scripts: from now on Retort compares with their checksums.
     *
     * @param request the scripts and the reason
     * @return the scripts that were accepted
     * @throws RetortException when a script is unchanged, or none was changed
     */
    public List<ChangedScript> accept(AcceptRequest request) {
        return new Acceptance(environment).accept(request);
    }

    /** {@return the differences between the scripts and the recorded ones; reads only} */
    public Validation validate() {
        return new StatusReader(environment).validate();
    }

    /**
     * Reads the scripts again; does not connect to the database.
     *
     * @return the scripts and Java revisions of this build
     * @throws RetortException when a script cannot be read, with all problems of all files
     */
    public List<RevisionScript> scripts() {
        return environment.scripts().read().all();
    }

    /**
     * Checks whether the database can be reached; reads no data.
     *
     * @return its address as the driver knows it, without the parameters, where a password may be
     * @throws dev.retort.internal.jdbc.statement.DatabaseException when it cannot be reached
     */
    public String address() {
        return new StatusReader(environment).address();
    }

    /** {@return the state of the database; reads only} */
    public MigrationStatus status() {
        return new StatusReader(environment).status();
    }

    /**
     * Reads the state, the run in progress and rows of the history together, which takes one connection instead of three;
     * reads only.
     *
     * @param limit how many rows of the history at most
     * @param before only rows with a smaller id; {@code null} from the newest
     * @return all of it
     */
    public MigrationReport report(int limit, @Nullable Long before) {
        return new StatusReader(environment).report(limit, before);
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
     * Finds one revision; reads only.
     *
     * @param target a full or partial id, a label, {@code head}, as Alembic reads it
     * @return the revision with its state in the database and the text of its script
     * @throws dev.retort.graph.GraphException when there is none
     */
    public RevisionDetail revision(String target) {
        return new StatusReader(environment).revision(target);
    }

    /**
     * Reads the history, newest first; empty if the database has no history table.
     *
     * @param limit how many rows at most
     * @param before only rows with a smaller id; {@code null} from the newest
     * @return the rows; at most the limit
     */
    public List<HistoryEntry> log(int limit, @Nullable Long before) {
        return new StatusReader(environment).log(limit, before);
    }
}
