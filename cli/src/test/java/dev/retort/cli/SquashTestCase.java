/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with revisions that are squashed in a scratch database. */
abstract class SquashTestCase {

    private final TestDatabase scratch = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    Shell shell() {
        return new Shell(project)
                .with("RETORT_URL", "jdbc:postgresql://localhost:1/nowhere")
                .with("RETORT_FILE_TEMPLATE", "{rev}_{slug}")
                .with("RETORT_SCRATCH_URL", scratch.url())
                .with("RETORT_SCRATCH_USERNAME", scratch.user());
    }

    void revision(String id, @Nullable String down, String upgrade, String downgrade) {
        write(
                id + ".sql",
                "-- revision: " + id + "\n-- down_revision: " + (down == null ? "" : down) + "\n-- message: make " + id
                        + "\n\n-- migrate: upgrade\n" + upgrade + "\n\n-- migrate: downgrade\n" + downgrade + "\n");
    }

    void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> files() {
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.resolve("src/main/resources/db")
                            .relativize(file)
                            .toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void shop() {
        revision("a1", null, "CREATE TABLE person (id serial PRIMARY KEY, name text);", "DROP TABLE person;");
        revision(
                "b1",
                "a1",
                "ALTER TABLE person ADD COLUMN mail text;\nCREATE TYPE mood AS ENUM ('sad', 'ok');",
                "DROP TYPE mood;\nALTER TABLE person DROP COLUMN mail;");
        revision(
                "c1",
                "b1",
                "ALTER TABLE person RENAME COLUMN mail TO email;\nCREATE VIEW people AS SELECT id, email FROM person;",
                "DROP VIEW people;\nALTER TABLE person RENAME COLUMN email TO mail;");
        revision("d1", "c1", "CREATE INDEX ix_email ON person (email);", "DROP INDEX ix_email;");
    }
}
