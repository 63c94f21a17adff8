/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.model.ModelDdl;
import org.junit.jupiter.api.Test;

class ScratchRunTests extends ScratchTestCase {

    @Test
    void saysWhichStatementFailedAndWhy() {
        try (Scratch scratch = open(creator)) {
            assertThatThrownBy(() -> scratch.run(model("CREATE TABLE a (id int)", "CREATE TABLE b (m mood)")))
                    .isInstanceOfSatisfying(ScratchStatementException.class, failure -> {
                        assertThat(failure.origin()).isEqualTo("test.sql:2");
                        assertThat(failure.statement()).isEqualTo("CREATE TABLE b (m mood)");
                        assertThat(failure.sqlState()).isEqualTo("42704");
                    })
                    .hasMessage("The model test cannot be created in the scratch database. test.sql:2: type"
                            + " \"mood\" does not"
                            + " exist (SQLSTATE 42704), in: CREATE TABLE b (m mood). Add the missing object"
                            + " to the model: with retort.model=sql:FILE,hibernate the statements of a file"
                            + " run before those of the"
                            + " entities.");
        }
    }

    @Test
    void takesSchemasAndExtensionsOfTheRealDatabaseForMade() throws Exception {
        real.execute("CREATE SCHEMA app", "CREATE EXTENSION citext SCHEMA app");

        try (Scratch scratch = open(creator)) {
            scratch.run(model("CREATE SCHEMA app", "CREATE EXTENSION citext", "CREATE SCHEMA own"));

            assertThatThrownBy(() -> scratch.run(model("CREATE SCHEMA own")))
                    .isInstanceOf(ScratchStatementException.class)
                    .hasMessageContaining("42P06");
        }
    }

    @Test
    void refusesWhatWouldReachBeyondTheScratchDatabase() throws Exception {
        ModelDdl model = model(
                "CREATE TABLE a (id int)",
                "CREATE ROLE intruder",
                "ALTER USER postgres PASSWORD 'x'",
                "GRANT CONNECT ON DATABASE " + real.name() + " TO PUBLIC",
                "GRANT pg_monitor TO " + plain,
                "COMMENT ON DATABASE " + real.name() + " IS 'x'",
                "DROP OWNED BY " + plain,
                "DROP DATABASE " + real.name(),
                "ALTER SYSTEM SET work_mem = '1GB'",
                "COMMIT");

        try (Scratch scratch = open(creator)) {
            assertThatThrownBy(() -> scratch.run(model))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("test.sql:2: CREATE ROLE is refused")
                    .hasMessageContaining("test.sql:3: ALTER USER is refused")
                    .hasMessageContaining("test.sql:4: GRANT CONNECT is refused")
                    .hasMessageContaining("test.sql:5: GRANT PG_MONITOR is refused")
                    .hasMessageContaining("test.sql:6: COMMENT ON is refused")
                    .hasMessageContaining("test.sql:7: DROP OWNED is refused")
                    .hasMessageContaining("test.sql:8: DROP DATABASE is refused")
                    .hasMessageContaining("test.sql:9: ALTER SYSTEM is refused")
                    .hasMessageContaining("test.sql:10: COMMIT is refused");
            assertThat(query(scratch, "SELECT to_regclass('a') IS NULL")).containsExactly("t");
        }
    }

    @Test
    void allowsGrantsAndCommentsWithinTheDatabase() throws Exception {
        try (Scratch scratch = open(creator)) {
            scratch.run(model(
                    "CREATE TABLE a (id int)",
                    "GRANT SELECT ON a TO PUBLIC",
                    "COMMENT ON TABLE a IS 'on database'",
                    "CREATE INDEX CONCURRENTLY i ON a (id)",
                    "COPY a FROM stdin;\n1\n\\.\nSELECT 1"));

            assertThat(query(scratch, "SELECT obj_description('a'::regclass) || id FROM a"))
                    .containsExactly("on database1");
        }
    }
}
