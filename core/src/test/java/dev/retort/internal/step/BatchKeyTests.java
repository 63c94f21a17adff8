/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import static dev.retort.migration.Definitions.batches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.execute.JavaRevisionTestCase;
import dev.retort.migration.Operations;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of batches are compared as the index of their columns compares them, whose operators may be an extension's. */
class BatchKeyTests extends JavaRevisionTestCase {

    private static final String TABLE = """
        CREATE EXTENSION citext;
        CREATE TYPE mood AS ENUM ('sad', 'glad');
        CREATE DOMAIN code AS citext;
        CREATE DOMAIN short AS code;
        CREATE TABLE item (id int NOT NULL, tag citext NOT NULL, mood mood NOT NULL, code short NOT NULL,
            at timestamptz(0) NOT NULL, changes int NOT NULL DEFAULT 0);
        INSERT INTO item SELECT i / 3, substr('aAbBcC', i % 6 + 1, 1), (ARRAY['sad', 'glad']::mood[])[i % 2 + 1],
            substr('xXyY', i % 4 + 1, 1), now() FROM generate_series(1, 20) AS i;
        """;

    @ParameterizedTest
    @ValueSource(strings = {"tag", "tag,id", "id,tag", "id,tag,at", "mood,id", "code,id"})
    void changesEveryRowOnce(String key) {
        Consumer<Operations> upgrade = op -> {
            op.execute(TABLE);
            op.inBatches(batches("item", key.split(","))
                    .update("changes = changes + 1")
                    .size(3)
                    .targetTime(Duration.ofDays(1)));
        };
        retort(upgrade, op -> op.execute("DROP TABLE item")).upgrade(to("heads"));

        assertThat(database.query("SELECT DISTINCT changes FROM item")).containsExactly("1");
    }
}
