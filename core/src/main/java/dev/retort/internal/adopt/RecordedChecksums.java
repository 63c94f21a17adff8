/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.MigrationSeries;
import dev.retort.internal.imports.SourceMigration;
import dev.retort.internal.imports.flyway.FlywayVersion;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.settings.AdoptionSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The checksums that databases recorded: those of files as they were then. An import lets them count beside those of the files
 * as they are now.
 */
public final class RecordedChecksums {

    private final AdoptionSettings settings;
    private final @Nullable String schema;
    private final Map<String, List<String>> byMigration = new HashMap<>();

    /**
     * Creates an empty collection.
     *
     * @param settings which tool and table
     * @param schema the schema of the scripts; {@code null} for the session's
     */
    public RecordedChecksums(AdoptionSettings settings, @Nullable String schema) {
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
                            "The database of --history has no history of Flyway.",
                            "No table there looks like it.",
                            "Name it in Flyway's configuration, or with --set table=<name>."));
            FlywayHistory history = FlywayHistory.read(connection, table);
            history.applied().forEach((version, row) -> add("V " + version.key(), row));
            history.repeatables().forEach((description, row) -> add("R " + description, row));
        } catch (SQLException e) {
            throw new DatabaseException("The database of --history could not be read.", e);
        }
    }

    private void add(String migration, FlywayRow row) {
        Integer checksum = row.checksum();
        if (checksum != null) {
            byMigration.computeIfAbsent(migration, key -> new ArrayList<>()).add(String.valueOf(checksum));
        }
    }

    /** {@return a series in which these count too} */
    public MigrationSeries addTo(MigrationSeries series) {
        List<SourceMigration> migrations = new ArrayList<>();
        for (SourceMigration migration : series.migrations()) {
            SourceMigration with = migration;
            for (String checksum : byMigration.getOrDefault(key(migration.from()), List.of())) {
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

    private static String key(ImportedFrom from) {
        String name = from.names().get(0);
        return "R".equals(from.kind())
                ? "R " + name
                : "V " + FlywayVersion.parse(name).map(FlywayVersion::key).orElse(name);
    }
}
