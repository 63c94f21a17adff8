/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.sql.Identifiers;
import dev.retort.run.RunRequest;
import dev.retort.settings.SessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the revisions of an import in scratch databases, from a temporary folder. */
final class RevisionRun implements AutoCloseable {

    private final Path folder;
    private final RetortSettings settings;
    private final @Nullable String schema;

    private RevisionRun(Path folder, RetortSettings settings, @Nullable String schema) {
        this.folder = folder;
        this.settings = settings;
        this.schema = schema;
    }

    /**
     * Writes the revisions.
     *
     * @param plan the import
     * @param project the settings of the project
     */
    static RevisionRun of(ImportPlan plan, RetortSettings project) {
        String schema = schema(plan, project);
        try {
            Path folder = Files.createTempDirectory("retort-import");
            new ImportFiles(folder).writeAll(plan);
            SessionSettings own = project.session();
            RetortSettings settings = RetortSettings.builder()
                    .locations(List.of("filesystem:" + folder))
                    .session(new SessionSettings(
                            schema, null, own.timeZone(), own.statementTimeout(), own.applicationName()))
                    .tables(project.tables())
                    .placeholders(plan.placeholders())
                    .build();
            return new RevisionRun(folder, settings, schema);
        } catch (IOException e) {
            throw new RetortException(
                    "The revisions of the import were not run.",
                    "No temporary folder could be written: " + e,
                    "Check java.io.tmpdir.",
                    e);
        }
    }

    /** {@return the schema of the scripts: that of the project, or the one that it gets with the import} */
    static @Nullable String schema(ImportPlan plan, RetortSettings project) {
        String own = project.session().schema();
        return own == null ? plan.settings().get("retort.schema") : own;
    }

    /** {@return a new scratch database with the schema of the scripts} */
    Scratch open(ScratchDatabases databases) throws SQLException {
        return open(databases, schema);
    }

    static Scratch open(ScratchDatabases databases, @Nullable String schema) throws SQLException {
        Scratch scratch = databases.open();
        if (schema != null) {
            scratch.connection().execute("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(schema));
        }
        return scratch;
    }

    /** Brings a scratch database up to a target. */
    void upgrade(Scratch scratch, String target) {
        new Retort(settings, scratch.dataSource(), RevisionRun.class.getClassLoader(), List.of())
                .upgrade(RunRequest.by(null, target));
    }

    /** {@return a session in a scratch database, in the schema of the scripts} */
    MigrationConnection session(Scratch scratch) throws SQLException {
        MigrationConnection connection =
                ConnectionSource.withoutRetries(scratch.dataSource()).open();
        if (schema != null) {
            connection.execute("SET search_path = " + Identifiers.quote(schema));
        }
        return connection;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new RetortException("The temporary folder " + folder + " is left.", e.toString(), "Delete it.", e);
        }
    }
}
