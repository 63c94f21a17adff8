/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.batches;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.StartMode;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.event.MigrationListener;
import dev.retort.event.StatementProgress;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.lock.LockKey;
import dev.retort.internal.offline.OfflineScripts;
import dev.retort.internal.scratch.Scratch;
import dev.retort.migration.Operations;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.run.AcceptRequest;
import dev.retort.run.Requester;
import dev.retort.run.RunRequest;
import dev.retort.run.sample.Sample;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.test.LookAlikes;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A role that may make objects in a schema of the search_path cannot have its code run by anything that Retort sends.
 */
class SearchPathTests {

    /** PostgreSQL's own default, and one that a database's owner can set: it finds what is in {@code public} first. */
    private static final String USUAL = "\"$user\", public";

    private static final String PUBLIC_FIRST = "public, pg_catalog";

    private static final RunRequest TO_HEADS = RunRequest.by("alice", "heads");

    @TempDir
    static Path notes = Path.of("");

    private static TestDatabase made = TestDatabase.none();

    @TempDir
    Path folder = Path.of("");

    private TestDatabase database = TestDatabase.none();
    private LookAlikes lookAlikes = LookAlikes.madeIn(database, notes);

    @BeforeAll
    static void makeLookAlikes() {
        made = TestDatabase.create();
        LookAlikes.in(made, notes);
    }

    @AfterAll
    static void drop() {
        made.close();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Project attacked(String searchPath) {
        database = TestDatabase.copyOf(made);
        lookAlikes = LookAlikes.madeIn(database, notes).with(searchPath);
        lookAlikes.used();
        Project project = new Project(folder, database.dataSource());
        return project.with(settings -> settings.onNonEmptySchema(NonEmptySchemaPolicy.RUN))
                .chain("a", "b")
                .script("c", """
                    -- revision: c
                    -- down_revision: b

                    -- migrate: upgrade
                    -- migrate: autocommit
                    CREATE INDEX CONCURRENTLY ix ON t_a (id);
                    -- migrate: transaction
                    INSERT INTO t_a VALUES (7);

                    -- migrate: downgrade
                    -- migrate: autocommit
                    DROP INDEX CONCURRENTLY ix;
                    """);
    }

    @Tag("slow")
    @Test
    void wouldShow() {
        attacked(USUAL);
        database.query("SELECT 1 FROM pg_class WHERE relname = 'x'::varchar");
        database.query("SELECT 1 FROM pg_class WHERE oid IN (to_regclass('x'))");
        database.query("SELECT max(relname) FROM pg_class");
        database.query("SELECT to_regclass('x'::varchar)");
        assertThat(lookAlikes.used())
                .anyMatch(use -> use.contains("(name, character varying)"))
                .anyMatch(use -> use.contains("(oid, regclass)"))
                .anyMatch(use -> use.contains("\"aggregate max\""))
                .anyMatch(use -> use.contains("to_regclass(character varying)"));

        lookAlikes.with(PUBLIC_FIRST);
        database.query("SELECT 'x'::text FROM pg_class");
        database.query("SELECT version()");
        database.execute("DO 'DECLARE r record; BEGIN END'");
        assertThat(lookAlikes.used())
                .anyMatch(use -> use.startsWith("domain text"))
                .anyMatch(use -> use.startsWith("domain record"))
                .anyMatch(use -> use.startsWith("view pg_class"))
                .anyMatch(use -> use.startsWith("version()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {USUAL, PUBLIC_FIRST})
    void runsAndReadingUseNothingOfOthers(String searchPath) {
        Project project = attacked(searchPath);
        Retort retort = project.retort();
        retort.status();
        retort.ensureVersion();
        retort.upgrade(TO_HEADS.withDryRun(true));
        retort.upgrade(TO_HEADS);
        retort.start(StartMode.UPGRADE);
        retort.start(StartMode.VALIDATE);
        read(retort);
        project.downgrade("base");
        read(retort);
        retort.upgrade(RunRequest.by("alice", "b"));
        project.stamp("c");
        project.script("a", "-- revision: a\n-- down_revision:\n\n-- migrate: upgrade\nSELECT 1;\n");
        project.retort().accept(new AcceptRequest(List.of("a"), Requester.operator("alice"), "a test"));
        retort.upgrade(TO_HEADS);

        assertThat(lookAlikes.used()).isEmpty();
    }

    private static void read(Retort retort) {
        retort.status();
        retort.revision("a");
        retort.log(10, null);
        retort.validate();
    }

    @ParameterizedTest
    @ValueSource(strings = {USUAL, PUBLIC_FIRST})
    void aRunThatStoppedInTheMiddleUsesNothingOfOthers(String searchPath) {
        Project project = attacked(searchPath);
        project.upgrade("b");
        database.execute("INSERT INTO t_a VALUES (1), (1)");
        project.script("c", """
            -- revision: c
            -- down_revision: b

            -- migrate: upgrade
            -- migrate: autocommit
            CREATE UNIQUE INDEX CONCURRENTLY ix ON t_a (id);
            """);
        assertThat(catchThrowable(() -> project.upgrade("c"))).hasMessageContaining("c");
        database.execute("TRUNCATE t_a");
        project.upgrade("c");

        assertThat(lookAlikes.used()).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {USUAL, PUBLIC_FIRST})
    void waitingUsesNothingOfOthers(String searchPath) throws Exception {
        Project project = attacked(searchPath);
        project.upgrade("b");
        LockKey key = LockKey.of("public", "alembic_version");
        List<StatementProgress> seen = new CopyOnWriteArrayList<>();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            String lock = "(" + key.namespace() + ", " + key.number() + ")";
            statement.execute("SELECT pg_catalog.pg_advisory_lock" + lock);
            assertThatThrownBy(() -> project.with(settings -> settings.waitForLock(Duration.ZERO))
                            .upgrade("c"))
                    .hasMessageContaining("The holder is pid");
            statement.execute("SELECT pg_catalog.pg_advisory_unlock" + lock);
            statement.execute("BEGIN; LOCK TABLE public.t_a IN SHARE MODE");
            project.with(new MigrationListener() {
                        @Override
                        public void whileRunning(StatementProgress progress) {
                            seen.add(progress);
                            end(other);
                        }
                    })
                    .script(
                            "d",
                            "-- revision: d\n-- down_revision: b\n\n-- migrate: upgrade\nINSERT INTO t_a VALUES (1);\n")
                    .upgrade("d");
        }

        assertThat(seen).isNotEmpty();
        assertThat(lookAlikes.used()).isEmpty();
    }

    private static void end(Connection other) {
        try {
            other.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {USUAL, PUBLIC_FIRST})
    void javaRevisionsUseNothingOfOthers(String searchPath) throws Exception {
        attacked(searchPath);
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + Files.createDirectory(folder.resolve("java"))))
                .javaPackages(List.of("dev.retort.run.sample"))
                .onNonEmptySchema(NonEmptySchemaPolicy.RUN)
                .build();
        new Retort(
                        settings,
                        database.dataSource(),
                        getClass().getClassLoader(),
                        type -> Sample.of(SearchPathTests::fill, op -> op.dropTable("item")),
                        List.of())
                .upgrade(TO_HEADS);

        assertThat(lookAlikes.used()).isEmpty();
        assertThat(database.query("SELECT c FROM public.item ORDER BY b"))
                .containsOnly("0")
                .hasSize(9);
    }

    private static void fill(Operations op) {
        op.createTable(
                "item", column("a", integer()).notNull(), column("b", integer()).primaryKey(), column("c", integer()));
        op.execute("INSERT INTO item SELECT b, b, b FROM pg_catalog.generate_series(1, 9) AS s (b)");
        op.inBatches(batches("item", "a", "b").update("c = 0").size(4).targetTime(Duration.ofDays(1)));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {USUAL, PUBLIC_FIRST})
    void comparingUsesNothingOfOthers(String searchPath) throws Exception {
        Project project = attacked(searchPath);
        project.upgrade("heads");
        ServerAddress address = new ServerAddress(database.url(), database.user(), null);
        ModelDdl model = new ModelDdl(
                "test", ModelStatement.split("CREATE TABLE t_a (id int)", line -> "test"), ModelDdl.Reach.SCHEMA);
        try (Scratch scratch = project.retort().authoring().scratch(address, List.of())) {
            project.retort()
                    .authoring()
                    .compare(
                            scratch,
                            model,
                            ComparisonRequest.of(project.retort().settings().autogenerate()));
        }

        assertThat(lookAlikes.used()).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Psql.class)
    void scriptsForPsqlUseNothingOfOthers(Psql psql) {
        for (String searchPath : List.of(USUAL, PUBLIC_FIRST)) {
            Project project = attacked(searchPath);
            OfflineScripts offline = project.retort().offline();
            List<String> scripts = List.of(
                    offline.ensureVersion(),
                    offline.upgrade(TO_HEADS),
                    offline.downgrade(RunRequest.by("alice", "c:a")),
                    offline.upgrade(RunRequest.by("alice", "a:b")),
                    offline.stamp(RunRequest.by("alice", "b:c")));
            for (String script : scripts) {
                assertThat(psql.run(script, database, folder)).isNull();
            }

            assertThat(lookAlikes.used()).isEmpty();
            database.close();
        }
    }
}
