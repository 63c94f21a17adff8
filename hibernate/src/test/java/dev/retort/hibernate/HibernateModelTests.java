/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.hibernate.model.Basics;
import dev.retort.hibernate.model.Inheritances;
import dev.retort.hibernate.model.Relations;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.SessionSettings;
import dev.retort.test.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.relational.SimpleAuxiliaryDatabaseObject;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.H2Dialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HibernateModelTests {

    private static final List<Class<?>> ENTITIES = List.of(
            Basics.Everything.class,
            Relations.Author.class,
            Relations.Book.class,
            Relations.Shelf.class,
            Relations.Place.class,
            Relations.Ticket.class,
            Inheritances.Joined.class,
            Inheritances.JoinedSpecial.class,
            Inheritances.Single.class,
            Inheritances.SingleSpecial.class,
            Inheritances.PerClass.class,
            Inheritances.PerClassOne.class,
            Inheritances.PerClassTwo.class,
            Inheritances.Soft.class,
            Inheritances.AuditedThing.class);

    /** The complete definition of the tables, as PostgreSQL prints it. */
    private static final String CATALOG = """
            SELECT line FROM (
              SELECT format('column %s.%s %s %s %s %s %s %s', a.attrelid::regclass, a.attname, a.attnum, format_type(atttypid, atttypmod),
                            attnotnull, attidentity, attgenerated, pg_get_expr(adbin, adrelid)) AS line
                FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid AND relkind = 'r'
                LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
               WHERE attnum > 0 AND relnamespace::regnamespace::text IN ('public', 'library')
              UNION ALL SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE connamespace::regnamespace::text IN ('public', 'library')
              UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname IN ('public', 'library')
              UNION ALL SELECT format('sequence %s.%s %s %s', schemaname, sequencename, start_value, increment_by)
                FROM pg_sequences
              UNION ALL SELECT format('enum %s %s', enumtypid::regtype, enumlabel) FROM pg_enum
              UNION ALL SELECT format('cast %s %s', castsource::regtype, casttarget::regtype)
                FROM pg_cast WHERE oid >= 16384
              UNION ALL SELECT format('comment %s %s %s', objoid::regclass, objsubid, description)
                FROM pg_description WHERE classoid = 'pg_class'::regclass AND objoid >= 16384) AS lines
             ORDER BY line
            """;

    private final TestDatabase real = TestDatabase.create();
    private final int majorVersion =
            Integer.parseInt(real.query("SHOW server_version_num").get(0)) / 10_000;

    @AfterEach
    void drop() {
        real.close();
    }

    private static StandardServiceRegistry services(Map<String, Object> settings) {
        return new StandardServiceRegistryBuilder()
                .applySetting("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .applySettings(settings)
                .build();
    }

    private static Metadata metadata(StandardServiceRegistry services, List<Class<?>> entities) {
        MetadataSources sources = new MetadataSources(services);
        entities.forEach(sources::addAnnotatedClass);
        return sources.buildMetadata();
    }

    private ModelDdl ddl(Map<String, Object> settings, List<Class<?>> entities) {
        Map<String, Object> all = new HashMap<>(OfflineSettings.of(majorVersion));
        all.putAll(settings);
        try (StandardServiceRegistry services = services(all)) {
            return new HibernateModel("hibernate", metadata(services, entities)).ddl(majorVersion);
        }
    }

    private Scratch scratch() {
        ServerAddress address = new ServerAddress(real.url(), real.user(), null);
        return new ScratchDatabases(ScratchSettings.none(), SessionSettings.defaults(), List.of())
                .open(new ConnectionSource(real.dataSource(), 0, Sleeper.system()), address);
    }

    private static List<String> texts(ModelDdl ddl) {
        return ddl.statements().stream().map(ModelStatement::text).toList();
    }

    @Tag("slow")
    @Test
    void runsAsItComesAndMakesWhatHibernatesOwnSchemaCreationMakes() throws Exception {
        ModelDdl ddl = ddl(Map.of(), ENTITIES);
        Map<String, Object> online = Map.of(
                "jakarta.persistence.jdbc.url",
                real.url(),
                "jakarta.persistence.jdbc.user",
                real.user(),
                "hibernate.hbm2ddl.auto",
                "create-only",
                "hibernate.hbm2ddl.create_namespaces",
                "true");
        try (StandardServiceRegistry services = services(online)) {
            metadata(services, ENTITIES).buildSessionFactory().close();
        }
        List<String> expected = real.query(CATALOG);

        try (Scratch scratch = scratch()) {
            scratch.run(ddl);

            assertThat(scratch.connection().query(CATALOG, row -> row.getString(1)))
                    .isEqualTo(expected);
        }
        assertThat(expected)
                .contains(
                        "sequence public.author_ids 100 20",
                        "comment everything 0 One of each; a semicolon: ;",
                        "constraint everything.amount_is_positive CHECK ((amount > (0)::numeric))")
                .anyMatch(line -> line.startsWith("column audited_aud.rev "))
                .anyMatch(line -> line.matches("column everything.named_mood \\d+ mood f +'OK'::mood"))
                .anyMatch(line -> line.matches("column library.book.id \\d+ uuid t +"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void makesSchemasOnlyWhereTheyAreMissing() {
        ModelDdl ddl = ddl(Map.of("hibernate.default_schema", "App Data"), List.of(Relations.Shelf.class));

        assertThat(texts(ddl))
                .startsWith("create schema if not exists \"App Data\"", "create schema if not exists library");
        try (Scratch scratch = scratch()) {
            scratch.run(ddl);
        }
    }

    @Test
    void writesForTheVersionOfTheServer() {
        try (StandardServiceRegistry services = services(OfflineSettings.of(15))) {
            Metadata metadata = metadata(services, List.of(Relations.Place.class));

            assertThat(metadata.getDatabase().getDialect().getVersion().getMajor())
                    .isEqualTo(15);
            assertThatThrownBy(() -> new HibernateModel("hibernate", metadata).ddl(14))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("is for PostgreSQL 15, the server is PostgreSQL 14");
        }
    }

    @Test
    void refusesAModelForAnotherProduct() {
        assertThatThrownBy(() ->
                        ddl(Map.of("hibernate.dialect", H2Dialect.class.getName()), List.of(Relations.Place.class)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("is not for PostgreSQL")
                .hasMessageContaining("H2Dialect");
    }

    @Test
    void leavesImportFilesOut() {
        List<Class<?>> entities = List.of(Relations.Place.class);

        List<String> withImports = texts(ddl(
                Map.of(
                        "hibernate.hbm2ddl.import_files", "rows.sql",
                        "jakarta.persistence.sql-load-script-source", "rows.sql"),
                entities));

        assertThat(withImports).isEqualTo(texts(ddl(Map.of(), entities))).noneMatch(sql -> sql.contains("insert"));
    }

    @Test
    void splitsAuxiliaryObjectsIntoStatements() throws Exception {
        try (StandardServiceRegistry services = services(OfflineSettings.of(majorVersion))) {
            Metadata metadata = metadata(services, List.of(Relations.Place.class));
            metadata.getDatabase()
                    .addAuxiliaryDatabaseObject(new SimpleAuxiliaryDatabaseObject(
                            metadata.getDatabase().getDefaultNamespace(),
                            "create function f() returns int language plpgsql as $$ begin return 1; end $$;"
                                    + " create view v as select f()",
                            "drop view v",
                            Set.of()));
            ModelDdl ddl = new HibernateModel("hibernate", metadata).ddl(majorVersion);

            assertThat(texts(ddl)).contains("create view v as select f()");
            assertThat(ddl.reach()).isEqualTo(ModelDdl.Reach.MAPPING);
            try (Scratch scratch = scratch()) {
                scratch.run(ddl);
                assertThat(scratch.connection().query("SELECT * FROM v", row -> row.getString(1)))
                        .containsExactly("1");
            }
        }
    }

    @Test
    void namesTheStatementOfACommandThatCannotBeSplit() {
        try (StandardServiceRegistry services = services(OfflineSettings.of(majorVersion))) {
            Metadata metadata = metadata(services, List.of(Relations.Place.class));
            metadata.getDatabase()
                    .addAuxiliaryDatabaseObject(new SimpleAuxiliaryDatabaseObject(
                            metadata.getDatabase().getDefaultNamespace(),
                            "comment on table place is 'open",
                            "select 1",
                            Set.of()));

            assertThatThrownBy(() -> new HibernateModel("hibernate", metadata).ddl(majorVersion))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("hibernate, statement 2")
                    .hasMessageContaining("'open")
                    .hasMessageContaining("@Comment");
        }
    }

    @Test
    void refusesAModelWithoutEntities() {
        assertThatThrownBy(() -> ddl(Map.of(), List.of()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The model hibernate has no entity.");
    }
}
