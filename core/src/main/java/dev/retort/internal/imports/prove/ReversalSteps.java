/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.squash.DataStatements;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs revisions one after the other and generates the downgrades that they lack. */
final class ReversalSteps implements AutoCloseable {

    private final ScratchDatabases databases;
    private final RevisionRun run;
    private final TableNames tables;
    private final List<String> notes = new ArrayList<>();
    private Scratch scratch;
    private @Nullable String pending;

    ReversalSteps(ScratchDatabases databases, RevisionRun run, TableNames tables) throws SQLException {
        this.databases = databases;
        this.run = run;
        this.tables = tables;
        this.scratch = run.open(databases);
    }

    /** {@return what became of the revisions without downgrade} */
    List<String> notes() {
        return notes;
    }

    /** {@return the revision with a downgrade, or as it was where none is needed or possible} */
    ImportedRevision reversed(ImportedRevision revision) throws SQLException {
        SourceMigration migration = revision.migration();
        if (!(revision.script().downgrade() instanceof DowngradeSection.Irreversible)) {
            pending = migration.id();
            return revision;
        }
        Optional<String> obstacle = obstacle(revision);
        if (obstacle.isPresent()) {
            pending = migration.id();
            return without(revision, obstacle.get());
        }
        catchUp();
        DatabaseSchema before = read();
        run.upgrade(scratch, migration.id());
        ReversalText text = ReversalText.of(before, read(), version(), schema());
        String reason = text.reason();
        return reason == null
                ? tried(revision.withDowngrade(text.section()), revision, before)
                : without(revision, reason);
    }

    private static Optional<String> obstacle(ImportedRevision revision) {
        SourceMigration migration = revision.migration();
        if (revision.state() != ImportedRevision.State.NEW) {
            return Optional.of("its script is there already; delete that script to have one generated");
        }
        if (migration.placeholders()) {
            return Optional.of("its placeholders have other values elsewhere");
        }
        if (migration.place() != null) {
            return Optional.of("it is not in a series");
        }
        return revision.script().upgrade().stream()
                .flatMap(part -> part.statements().stream())
                .filter(DataStatements::isOne)
                .findFirst()
                .map(
                        statement -> "line " + statement.line()
                                + " of the revision changes rows, runs code, or makes what a comparison of schemas does not show");
    }

    private ImportedRevision without(ImportedRevision revision, String reason) {
        notes.add(revision.migration().upgrade().file() + ": no downgrade was generated: " + reason + ".");
        return revision;
    }

    private void catchUp() {
        if (pending != null) {
            run.upgrade(scratch, pending);
            pending = null;
        }
    }

    private DatabaseSchema read() throws SQLException {
        Scope scope = Scope.ofDatabase().without(tables.schema(), tables.all());
        try (MigrationConnection connection = run.session(scratch)) {
            return new CatalogReader().read(connection, scope);
        }
    }

    private ServerVersion version() throws SQLException {
        return new ServerVersion(scratch.connection().majorVersion());
    }

    private String schema() throws SQLException {
        try (MigrationConnection connection = run.session(scratch)) {
            return connection.queryOne(
                    "SELECT coalesce(pg_catalog.current_schema()::pg_catalog.text, '')", row -> row.getString(1));
        }
    }

    private ImportedRevision tried(ImportedRevision reversed, ImportedRevision original, DatabaseSchema before)
            throws SQLException {
        DatabaseSchema after = read();
        String failure = failure(reversed.script(), before, after);
        if (failure == null) {
            notes.add(original.migration().upgrade().file()
                    + ": its downgrade was generated from the schemas before and after it, and tried.");
            return reversed;
        }
        scratch.close();
        scratch = run.open(databases);
        run.upgrade(scratch, original.migration().id());
        return without(original, "a try showed that it " + failure);
    }

    /** {@return what a try showed; {@code null} if the downgrade restores the schema and the upgrade runs again} */
    private @Nullable String failure(RevisionScript script, DatabaseSchema before, DatabaseSchema after)
            throws SQLException {
        try (MigrationConnection connection = run.session(scratch)) {
            execute(connection, ((DowngradeSection.Reversible) script.downgrade()).parts());
            if (!read().objects().equals(before.objects())) {
                return "does not restore the schema";
            }
            execute(connection, script.upgrade());
            return read().objects().equals(after.objects()) ? null : "has the upgrade make another schema";
        } catch (SQLException e) {
            return "fails: " + e.getMessage();
        }
    }

    private static void execute(MigrationConnection connection, List<ScriptPart> parts) throws SQLException {
        for (ScriptPart part : parts) {
            if (part.autocommit()) {
                all(connection, part);
            } else {
                connection.inTransaction(() -> all(connection, part));
            }
        }
    }

    private static boolean all(MigrationConnection connection, ScriptPart part) throws SQLException {
        for (SqlStatement statement : part.statements()) {
            connection.execute(statement);
        }
        return true;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
