/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.internal.script.Revisions;
import dev.retort.internal.squash.SquashRange;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two databases and two builds: one from before a squash and one from after it. */
abstract class SquashTestCase extends RunTestCase {

    static final String HISTORY =
            "SELECT concat_ws(' ', operation, revision, down_revisions, depends_on, rows_before, rows_after, checksum)"
                    + " FROM retort_history WHERE operation IN ('upgrade', 'downgrade') ORDER BY id";

    TestDatabase other = TestDatabase.none();
    /** The revisions from a to e, of which the build after the squash has b, c and d as one. */
    Project before = project;

    Project after = project;

    @BeforeEach
    void makeBuilds() {
        other = TestDatabase.create();
        before = build("before", database).chain("a", "b", "c", "d", "e");
        after = squashed("after", "b:d");
    }

    @AfterEach
    void dropOther() {
        other.close();
    }

    Project build(String name, TestDatabase on) {
        try {
            return new Project(Files.createDirectories(folder.resolve(name)), on.dataSource());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project squashed(String name, String range) {
        Revisions revisions = Revisions.of(before.retort().scripts());
        SquashRange squash = SquashRange.of(revisions, range);
        Project build = build(name, other).chain("a", "b", "c", "d", "e");
        squash.squash().ids().forEach(build::without);
        build.script(
                "d",
                script(squash, "CREATE TABLE t_b (id int);\nCREATE TABLE t_c (id int);\nCREATE TABLE t_d (id int);"));
        return build;
    }

    static String script(SquashRange squash, String upgrade) {
        StringBuilder keys = new StringBuilder();
        squash.headerKeys().forEach((key, value) -> keys.append("-- " + key + ": " + value + "\n"));
        return "-- revision: d\n-- down_revision: a\n-- message: make b, c and d\n" + keys + "\n-- migrate: upgrade\n"
                + upgrade + "\n\n-- migrate: downgrade\nDROP TABLE t_d;\nDROP TABLE t_c;\nDROP TABLE t_b;\n";
    }

    static List<String> rows(TestDatabase one) {
        return one.query("SELECT version_num FROM alembic_version ORDER BY 1");
    }
}
