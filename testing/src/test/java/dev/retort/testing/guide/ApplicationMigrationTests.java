/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.guide;

import dev.retort.testing.MigratedDatabase;
import dev.retort.testing.MigrationTests;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@MigratedDatabase
class ApplicationMigrationTests implements MigrationTests {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}
}
