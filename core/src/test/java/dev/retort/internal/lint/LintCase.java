/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.lint.measure.Measurer;
import dev.retort.internal.lint.price.Prices;
import dev.retort.internal.lint.rule.RealDatabase;
import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.LintSettings;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Sizes;
import dev.retort.settings.SessionSettings;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database with a schema and one revision that is judged there.
 *
 * @param schema statements that create the starting schema
 * @param upgrade the upgrade section of the revision
 */
record LintCase(String schema, String upgrade) {

    private static final String PUBLISHED = "SELECT schemaname || '.' || tablename FROM pg_publication_tables";

    static LintCase read(String text) {
        int at = text.indexOf("-- upgrade\n");
        return new LintCase(
                text.substring(text.indexOf("-- schema\n") + 10, at), text.substring(at + "-- upgrade\n".length()));
    }

    RevisionReport lint(TestDatabase database) {
        return lint(database, Sizes.UNKNOWN, LintSettings.DEFAULT);
    }

    RevisionReport lint(TestDatabase database, Sizes sizes, LintSettings settings) {
        return lint(database, sizes, settings, RealDatabase.NONE);
    }

    RevisionReport lint(TestDatabase database, Sizes sizes, LintSettings settings, RealDatabase real) {
        return lint(database, sizes, settings, real, null);
    }

    RevisionReport lint(
            TestDatabase database, Sizes sizes, LintSettings settings, RealDatabase real, @Nullable DataAsker data) {
        database.execute(schema);
        Set<String> published = new HashSet<>(database.query(PUBLISHED));
        Basis basis = new Basis(
                settings,
                new Prices(sizes),
                new RealDatabase(
                        real.invalidIndexes(), published, real.runningOut(), real.oldestTransaction(), real.mapped()),
                LocalDate.of(2026, 11, 29),
                false,
                data);
        ConnectionSource source = ConnectionSource.withoutRetries(database.dataSource());
        try (MigrationConnection connection = source.open()) {
            connection.prepareSession(SessionSettings.defaults());
            Measurer measurer = new Measurer(connection, source, Duration.ofMillis(500));
            return RevisionLinter.begin(connection, measurer, basis).lint(script(database), List.of());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RevisionScript script(TestDatabase database) {
        try {
            Path folder = Files.createTempDirectory("lint");
            Project project = new Project(folder, database.dataSource());
            project.revision("r1", null, upgrade, "-- migrate: nothing");
            List<RevisionScript> scripts = project.retort().scripts();
            project.without("r1");
            Files.delete(folder);
            return scripts.get(0);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
