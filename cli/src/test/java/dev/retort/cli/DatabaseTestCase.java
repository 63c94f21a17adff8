/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Has an empty database and an empty folder for each test. */
abstract class DatabaseTestCase {

    final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterEach
    void drop() {
        database.close();
    }
}
