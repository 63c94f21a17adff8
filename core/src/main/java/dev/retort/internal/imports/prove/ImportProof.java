/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.FilledTables;
import dev.retort.internal.catalog.TableRows;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.imports.OriginalRun;
import dev.retort.internal.imports.SourceText;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.scratch.SharedServers;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.model.ScratchServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs both series from an empty database and compares what they leave. The database of the settings is not used. */
public final class ImportProof {

    private final RetortSettings settings;
    private final List<ScratchServer> servers;

    /**
     * Creates a proof.
     *
     * @param settings the settings of the project
     * @param servers the servers that can be started for scratch databases
     */
    public ImportProof(RetortSettings settings, List<ScratchServer> servers) {
        this.settings = settings;
        this.servers = servers;
    }

    /**
     * Proves an import.
     *
     * @throws RetortException when a series fails, or it cannot be run
     */
    public ProofResult run(ImportPlan plan) {
        new RunConditions("The import was not proven.", "--prove").require(plan);
        String schema = RevisionRun.schema(plan, settings);
        try (SharedServers shared = new SharedServers(servers)) {
            ScratchDatabases databases = new ScratchDatabases(settings.scratch(), settings.session(), shared.all());
            List<String> notes = new ArrayList<>();
            ScratchResult theirs =
                    inScratch(databases, schema, scratch -> notes.addAll(runOriginals(plan, schema, scratch)));
            ScratchResult ours = inScratch(databases, schema, scratch -> runRevisions(plan, scratch));
            return new ResultComparison(theirs, ours).compare().withNotes(notes);
        }
    }

    /** Runs a series. */
    @FunctionalInterface
    private interface Series {
        void run(Scratch scratch) throws SQLException;
    }

    private ScratchResult inScratch(ScratchDatabases databases, @Nullable String schema, Series series) {
        try (Scratch scratch = RevisionRun.open(databases, schema)) {
            series.run(scratch);
            return read(scratch);
        } catch (SQLException e) {
            throw new DatabaseException("The scratch database of the proof could not be used.", e);
        }
    }

    /** What one file sets, the next one does not see: the tools restore the session, and psql begins another one. */
    private List<String> runOriginals(ImportPlan plan, @Nullable String schema, Scratch scratch) throws SQLException {
        OriginalRun original = plan.original();
        if (original != null) {
            return original.run(scratch.dataSource());
        }
        List<String> byHand = new ArrayList<>();
        try (MigrationConnection connection = open(scratch)) {
            for (ImportedRevision revision : plan.revisions()) {
                connection.execute("RESET ALL");
                if (schema != null) {
                    connection.execute("SET search_path = " + Identifiers.quote(schema));
                }
                if (revision.isByHand()) {
                    byHand.add(revision.migration().upgrade().file().replaceFirst(".*/", ""));
                }
                runOriginal(connection, revision);
            }
        }
        return byHand.isEmpty()
                ? List.of()
                : List.of("Both series ran the revisions that were written by hand for " + String.join(", ", byHand)
                        + ". Compare a migrated database with them: `check --replay`.");
    }

    private static void runOriginal(MigrationConnection connection, ImportedRevision revision) {
        SourceText source = revision.migration().upgrade();
        for (SqlStatement statement : statements(revision)) {
            try {
                connection.execute(statement);
            } catch (SQLException e) {
                throw new RetortException(
                        "The import was not proven: the migrations of the other tool fail in a new database.",
                        source.file() + ":" + statement.line() + ": " + e.getMessage(),
                        "If a role or an extension is missing, name a scratch server that has it (retort.scratch-url).",
                        e);
            }
        }
    }

    private static List<SqlStatement> statements(ImportedRevision revision) {
        if (revision.isByHand()) {
            return revision.script().upgrade().stream()
                    .flatMap(part -> part.statements().stream())
                    .toList();
        }
        String original = revision.migration().upgrade().original();
        return StatementSplitter.split(original == null ? "" : original, 1);
    }

    private static MigrationConnection open(Scratch scratch) {
        return ConnectionSource.withoutRetries(scratch.dataSource()).open();
    }

    private void runRevisions(ImportPlan plan, Scratch scratch) {
        try (RevisionRun run = RevisionRun.of(plan, settings)) {
            run.upgrade(scratch, "heads");
        }
    }

    private ScratchResult read(Scratch scratch) throws SQLException {
        try (MigrationConnection connection = open(scratch)) {
            TableRows rows = new FilledTables(connection).read(settings.tables().all());
            Scope scope = Scope.ofDatabase()
                    .without(settings.tables().schema(), settings.tables().all());
            return new ScratchResult(new CatalogReader().read(connection, scope), rows);
        }
    }
}
