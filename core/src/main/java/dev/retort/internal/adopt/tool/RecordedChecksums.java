/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.tool;

import dev.retort.error.RetortException;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ForeignTool;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.settings.AdoptionSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The checksums that databases recorded: those of files as they were then. An import lets them count beside those of the files
 * as they are now.
 */
public final class RecordedChecksums {

    private final AdoptionSettings settings;
    private final @Nullable String schema;
    private final ForeignTool tool;
    private final Map<String, List<String>> byMigration = new HashMap<>();

    /**
     * Creates an empty collection.
     *
     * @param settings which tool, and which table
     * @param schema the schema of the scripts; {@code null} for the session's
     */
    public RecordedChecksums(AdoptionSettings settings, @Nullable String schema) {
        this.tool = ForeignTools.named(Objects.requireNonNull(settings.from()));
        this.settings = settings;
        this.schema = schema;
    }

    /**
     * Reads those of a database, and nothing else of it.
     *
     * @throws RetortException when it has no history table of the other tool
     */
    public void read(DataSource database) {
        try (MigrationConnection connection =
                ConnectionSource.withoutRetries(database).open()) {
            ForeignTable table = new ForeignTables(settings, schema)
                    .find(connection)
                    .orElseThrow(() -> new RetortException(
                            "The database of --history has no history of " + tool.title() + ".",
                            "No table there looks like it.",
                            "Name it in the configuration of the tool, or with --set."));
            tool.checksums(connection, table)
                    .forEach((migration, checksums) -> byMigration
                            .computeIfAbsent(migration, key -> new ArrayList<>())
                            .addAll(checksums));
        } catch (SQLException e) {
            throw new DatabaseException("The database of --history could not be read.", e);
        }
    }

    /** {@return a series in which these count too} */
    public MigrationSeries addTo(MigrationSeries series) {
        List<SourceMigration> migrations = new ArrayList<>();
        for (SourceMigration migration : series.migrations()) {
            SourceMigration with = migration;
            for (String checksum : byMigration.getOrDefault(tool.key(migration.from()), List.of())) {
                with = with.withChecksum(checksum);
            }
            migrations.add(with);
        }
        return new MigrationSeries(
                migrations,
                series.byHand(),
                series.notes(),
                series.problems(),
                series.placeholders(),
                series.settings(),
                series.original());
    }
}
