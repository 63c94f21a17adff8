/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database and an empty project for each test. */
public abstract class RunTestCase {

    @TempDir
    Path folder = Path.of("");

    public TestDatabase database = TestDatabase.none();
    public Project project = new Project(folder, database.dataSource());

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
        project = new Project(folder, database.dataSource());
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    /** {@return the history without what differs between runs} */
    public List<String> history() {
        return database.query("SELECT operation, revision, outcome FROM retort_history ORDER BY id");
    }
}
