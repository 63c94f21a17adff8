/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.cli.standalone.StandaloneWorkspace;
import dev.retort.error.RetortException;
import dev.retort.internal.scratch.Scratch;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of files, created on the configured scratch server. */
class ScratchTests {

    private static final String HERE = "SELECT inet_server_port() FROM customer RIGHT JOIN (VALUES (1)) AS v ON true";

    private final TestDatabase database = TestDatabase.create();
    private final String plain = database.name() + "_plain";
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String model = "";

    @BeforeEach
    void writeAModel() throws IOException {
        database.execute("CREATE ROLE " + plain + " LOGIN");
        model = "sql:"
                + Files.writeString(
                        folder.resolve("schema.sql"),
                        "CREATE TABLE customer (id int);\nALTER TABLE customer OWNER TO " + plain + ";\n");
        environment.put("RETORT_URL", database.url());
        environment.put("RETORT_USERNAME", database.user());
    }

    @AfterEach
    void drop() {
        database.execute("DROP ROLE " + plain);
        database.close();
    }

    private Scratch scratch() {
        return new StandaloneWorkspace(Map.of(), environment, folder)
                .scratch(null)
                .scratch();
    }

    @Test
    void isMadeBesideTheDatabase() throws Exception {
        environment.put("RETORT_MODEL", model);

        try (Scratch scratch = scratch()) {
            assertThat(scratch.connection().query(HERE, row -> row.getInt(1))).containsExactly(database.port());
        }
        assertThat(database.query("SELECT to_regclass('customer') IS NULL")).containsExactly("t");
    }

    @Test
    void isCreatedOnTheScratchServer() throws Exception {
        try (TestDatabase other = TestDatabase.create()) {
            Files.writeString(
                    folder.resolve("retort.properties"),
                    "model=" + model + "\nscratch-url=" + other.url() + "\nscratch-username=" + other.user() + "\n");

            try (Scratch scratch = scratch()) {
                assertThat(scratch.toString()).endsWith("on the server of retort.scratch-url");
            }
            assertThat(other.query("SELECT to_regclass('customer') IS NULL")).containsExactly("t");
        }
    }

    @Tag("nightly")
    @Test
    void isMadeOnAnEmbeddedServerWhereTheRoleMayNotCreateOne() throws Exception {
        environment.put("RETORT_MODEL", model);
        environment.put("RETORT_USERNAME", plain);

        try (Scratch scratch = scratch()) {
            assertThat(scratch.connection().query(HERE, row -> row.getInt(1)))
                    .singleElement()
                    .isNotEqualTo(database.port());
            assertThat(scratch.toString()).endsWith("on an embedded PostgreSQL");
        }
    }

    @Test
    void leavesNothingBehindWhenTheModelFails() throws IOException {
        Files.writeString(folder.resolve("schema.sql"), "CREATE TABLE customer (id integr);\n");
        environment.put("RETORT_MODEL", model);

        assertThatThrownBy(this::scratch)
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("schema.sql:1: type \"integr\" does not exist");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Test
    void requiresAModel() {
        assertThatThrownBy(this::scratch)
                .isInstanceOf(RetortException.class)
                .hasMessageStartingWith("There is no model to compare with.");
    }
}
