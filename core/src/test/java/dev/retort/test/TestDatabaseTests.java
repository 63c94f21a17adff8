/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTests {

    @Test
    void runsOnTheServerVersionThatTheBuildNames() {
        String asked = System.getProperty("postgres.version", "17.6.0");
        try (TestDatabase database = TestDatabase.create()) {
            assertThat(database.query("SHOW server_version").get(0))
                    .startsWith(asked.substring(0, asked.lastIndexOf('.')));
        }
    }
}
