/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.guide;

import static dev.retort.testing.MigrationAssert.assertThatMigrations;

import dev.retort.RetortSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenTests {

    @Test
    void migrationsAreInOrder() {
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("classpath:migrations/shop"))
                .build();

        assertThatMigrations(settings).haveOneHead().upgradeFromBase().areReversibleOrMarked();
    }
}
