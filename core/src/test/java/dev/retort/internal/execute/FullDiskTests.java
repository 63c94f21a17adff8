/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.run.StatementFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tablespace on a file system of a few megabytes; skipped where the tests may not mount one. */
class FullDiskTests extends RunTestCase {

    private final Path disk =
            Path.of("/tmp", "retort-disk-" + ProcessHandle.current().pid());
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        Files.createDirectories(disk);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString());
        Assumptions.assumeTrue(mounted, "mounting a file system takes privileges that this process does not have");
        Path data = Files.createDirectory(disk.resolve("data"));
        data.toFile().setReadable(true, false);
        Files.setOwner(data, Files.getOwner(Path.of(dataDirectory())));
        database.execute("CREATE TABLESPACE " + database.name() + "_small LOCATION '" + data + "'");
    }

    private String dataDirectory() {
        return database.query("SHOW data_directory").get(0);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            database.execute("DROP SCHEMA public CASCADE");
            database.execute("DROP TABLESPACE IF EXISTS " + database.name() + "_small");
            assertThat(run("umount", disk.toString())).isTrue();
        }
        Files.deleteIfExists(disk);
    }

    @Test
    void leavesNothingOfARevisionThatFillsTheDiskAndContinuesWhenThereIsRoom() {
        String small = database.name() + "_small";
        database.execute("ALTER DATABASE " + database.name() + " SET default_tablespace = " + small);
        project.revision(
                        "a",
                        null,
                        "CREATE TABLE ballast AS SELECT repeat('x', 1000) AS t FROM generate_series(1, 10000);",
                        "DROP TABLE ballast;")
                .upgrade("a");
        project.revision(
                "b",
                "a",
                "CREATE TABLE big AS SELECT repeat('x', 1000) AS t FROM generate_series(1, 14000);",
                "DROP TABLE big;");

        assertThatThrownBy(project::start)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.statement().sqlState()).isEqualTo("53100"));

        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a");
        assertThat(database.query("SELECT to_regclass('big')")).containsExactly("null");
        database.execute("TRUNCATE ballast");
        assertThat(project.start().after()).containsExactly("b");
        assertThat(database.query("SELECT count(*) FROM big")).containsExactly("14000");
        assertThat(database.query("SELECT count(*) FROM retort_history WHERE outcome = 'succeeded'"))
                .containsExactly("2");
    }
}
