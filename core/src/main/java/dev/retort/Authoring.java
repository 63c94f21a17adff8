/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.error.RetortException;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.autogenerate.DatabaseModel;
import dev.retort.internal.autogenerate.LiveSchema;
import dev.retort.internal.autogenerate.ModelMarks;
import dev.retort.internal.autogenerate.NamedObjects;
import dev.retort.internal.autogenerate.Replay;
import dev.retort.internal.autogenerate.SchemaComparison;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.lint.LintRun;
import dev.retort.internal.lint.SizeReader;
import dev.retort.internal.lint.UnadoptedDatabase;
import dev.retort.internal.lint.packed.PackedFindings;
import dev.retort.internal.objects.ModelWithObjects;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.scratch.SharedServers;
import dev.retort.internal.script.FixedScripts;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.internal.squash.SquashRequest;
import dev.retort.internal.squash.SquashResult;
import dev.retort.internal.squash.SquashRun;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.Sizes;
import dev.retort.model.ModelDdl;
import dev.retort.model.ObjectFile;
import dev.retort.model.SchemaModel;
import dev.retort.model.ScratchServer;
import dev.retort.run.RunKind;
import dev.retort.run.RunResult;
import dev.retort.run.StepResult;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done with revisions while they are written: compares the database with a model, replays, judges and squashes
 * revisions, for the most part in scratch databases. Changes nothing in the database of the {@link Retort} it comes from.
 *
 * <p>Immutable and safe for use by several threads: each call opens its own connections and closes them.
 *
 * @since 0.1
 */
public final class Authoring {

    private final RetortSettings settings;
    private final LocatedScripts located;
    private final RunEnvironment environment;

    Authoring(RetortSettings settings, LocatedScripts located, RunEnvironment environment) {
        this.settings = settings;
        this.located = located;
        this.environment = environment;
    }

    /**
     * Finds the source folders of the scripts of this build; reads nothing.
     *
     * @param workingDirectory what relative folders are relative to
     * @return the folders, to which the Java revisions of this build belong too
     */
    public WorkspaceScripts sources(Path workingDirectory) {
        return new WorkspaceScripts(workingDirectory, located, settings.sources());
    }

    /**
     * Creates a scratch database that resembles the real one; the real one is only read.
     *
     * @param address where the real database is and as whom; {@code null} when that is not known
     * @param servers the servers that can be started when no database can be created elsewhere
     * @return the database, which the caller closes
     * @throws RetortException when none can be created; the message lists the possible ways
     */
    public Scratch scratch(@Nullable ServerAddress address, List<ScratchServer> servers) {
        return databases(servers).open(environment.source(), address);
    }

    private ScratchDatabases databases(List<ScratchServer> servers) {
        return new ScratchDatabases(settings.scratch(), settings.session(), servers)
                .naming(new NamedObjects(settings.comparison(), environment.source())::of);
    }

    /**
     * Computes the operations that change the database to match a model; reads only.
     *
     * @param scratch a database in which the model was created
     * @param model the statements that ran there
     * @param request the settings of the comparison
     * @return the operations and notes for the reader
     * @throws RetortException when one of them cannot be read, or the request cannot be used
     */
    public ModelComparison compare(Scratch scratch, ModelDdl model, ComparisonRequest request) {
        return new SchemaComparison(settings.comparison(), model, request, stated()).run(environment.source(), scratch);
    }

    /**
     * Finds the model that is meant, with the object files of the settings beside it. The schema of the database itself is the model
     * of a project that has object files and no other model, or with the name {@code database}.
     *
     * @param models the models of the application
     * @param asked the name of a model; {@code null} for that of the settings, or the only one
     * @return the model
     * @throws RetortException when none or more than one is meant
     */
    public SchemaModel model(SchemaModels models, @Nullable String asked) {
        String name = asked == null ? settings.model() : asked;
        boolean named = name != null && !name.isBlank();
        boolean database = named
                ? DatabaseModel.NAME.equals(name)
                : models.isEmpty() && !objectFiles().isEmpty();
        SchemaModel main = database
                ? new LiveSchema(settings.comparison()).model(environment.source(), this::objectFiles, this::stated)
                : models.choose(name);
        return new ModelWithObjects(main, settings.objects(), located.loader());
    }

    private Map<String, String> stated() {
        return ModelMarks.of(environment.scripts().read().all());
    }

    /**
     * Reads the object files of the settings.
     *
     * @return the files; none if the default location does not exist
     * @throws RetortException when they cannot be used
     */
    public List<ObjectFile> objectFiles() {
        return ModelWithObjects.files(settings.objects(), located.loader());
    }

    /**
     * Works out what makes the schema of the database in an empty one, without the tables of migration tools; reads
     * only.
     *
     * @return the operations, and what they leave out
     */
    public ModelComparison liveSchema() {
        return new LiveSchema(settings.comparison()).read(environment.source());
    }

    /**
     * Computes the differences between a model and the revisions, without the database: runs all revisions in a scratch
     * database, creates the model in another, and compares. Scratch databases are created on the server of
     * {@code retort.scratch-url} or on one that is started, never on the server of the real database. Listeners are not
     * called.
     *
     * @param model the model
     * @param request the settings of the comparison
     * @param servers the servers that can be started
     * @return the operations and notes for the reader
     * @throws RetortException when no scratch database can be created, or a revision or the model fails there
     */
    public ModelComparison replay(SchemaModel model, ComparisonRequest request, List<ScratchServer> servers) {
        return new Replay(settings.comparison(), environment).compare(model, request, servers);
    }

    /**
     * Judges revisions before they run: measures them in a scratch database and prices them with the sizes of the real
     * one. Listeners do not hear of it, and the real database is only read.
     *
     * @param request which revisions, and with what
     * @param address where the real database is and as whom; {@code null} when that is not known
     * @param servers the servers that can be started when no database can be created elsewhere
     * @return the findings of each revision
     * @throws RetortException when there is no way to make a scratch database, its starting schema cannot be created, or
     *     the database has a schema but no recorded revision
     */
    public LintReport lint(LintRequest request, @Nullable ServerAddress address, List<ScratchServer> servers) {
        try (SharedServers shared = new SharedServers(servers)) {
            ScratchDatabases databases = databases(shared.all());
            Adoptions adoptions = new Adoptions(
                    settings.adoption(),
                    settings.session().schema(),
                    settings.policy().placeholders());
            LintRun run = new LintRun(
                    environment,
                    databases,
                    new Replay(settings.comparison(), environment)::to,
                    new UnadoptedDatabase(adoptions));
            return request.replay() ? run.replayed(request) : run.ofDatabase(request, address);
        }
    }

    /**
     * Generates a revision that replaces a range of revisions, and proves that it does the same: both run in scratch
     * databases. Writes no file, and does not connect to the real database.
     *
     * @param request which revisions, and what of their data is carried over
     * @param text writes the script of the revision
     * @param servers the servers that can be started for scratch databases
     * @return the revision
     * @throws RetortException when the range cannot be squashed, or the squashed revision does not do the same
     */
    public SquashResult squash(SquashRequest request, SquashRun.ScriptText text, List<ScratchServer> servers) {
        try (SharedServers shared = new SharedServers(servers)) {
            ScratchDatabases databases = new ScratchDatabases(settings.scratch(), settings.session(), shared.all());
            SquashRun run = new SquashRun(
                    databases,
                    (scripts, rows, scratch) -> new Replay(
                                    settings.comparison(), environment.reading(new FixedScripts(scripts)))
                            .to(rows, scratch),
                    settings.tables());
            return run.run(environment.scripts().read().all(), request, text);
        }
    }

    /**
     * Reads what builds found in revisions and packed into their jars, judged with the sizes of the database.
     *
     * @param revisions ids of revisions, in the order in which they run
     * @return the findings; empty where no jar has any, or the scripts changed since
     * @throws RetortException when the findings cannot be read
     */
    public List<Finding> packedFindings(List<String> revisions) {
        List<RevisionScript> all = environment.scripts().read().all();
        List<RevisionScript> scripts = all.stream()
                .filter(script -> revisions.contains(script.revision().id()))
                .sorted(Comparator.comparing(
                        script -> revisions.indexOf(script.revision().id())))
                .toList();
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            return new PackedFindings(located.loader(), settings.lint())
                    .of(
                            scripts,
                            () -> environment
                                    .lookOnly(Revisions.of(all), connection)
                                    .state(),
                            connection);
        } catch (SQLException e) {
            throw new DatabaseException("The sizes of the database could not be read.", e);
        }
    }

    /**
     * Reads what builds found in the revisions of an upgrade that is only planned.
     *
     * @param result the result of a run
     * @return the findings; empty after a run that is more than a plan, and after a downgrade or stamp
     * @throws RetortException when the findings cannot be read
     */
    public List<Finding> packedFindings(RunResult result) {
        return result.dryRun() && result.operation() == RunKind.UPGRADE
                ? packedFindings(
                        result.steps().stream().map(StepResult::revision).toList())
                : List.of();
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
