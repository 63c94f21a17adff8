/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.scratch.Scratch;
import dev.retort.model.ModelDdl;
import dev.retort.model.SchemaModel;
import dev.retort.operation.Operation;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.settings.ObjectSettings;
import dev.retort.test.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views, functions and triggers of files beside entities, which state none. */
class ObjectFilesTests {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(folder.resolve("objects"));
        Files.createDirectory(folder.resolve("migrations"));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Entity(name = "parcel")
    static class Parcel {
        @Id
        @Nullable
        Long id;

        int weight;
    }

    /** Mapped to a view. */
    @Entity(name = "heavy")
    static class Heavy {
        @Id
        @Nullable
        Long id;

        int weight;
    }

    @Entity(name = "remark")
    static class Remark {
        @Id
        @Nullable
        Long id;

        @ManyToOne
        @Nullable
        Heavy heavy;
    }

    private record Entities(List<Class<?>> classes) implements SchemaModel {
        @Override
        public String name() {
            return "hibernate";
        }

        @Override
        public ModelDdl ddl(int majorVersion) {
            try (StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                    .applySettings(OfflineSettings.of(majorVersion))
                    .build()) {
                MetadataSources sources = new MetadataSources(services);
                classes.forEach(sources::addAnnotatedClass);
                return new HibernateModel(name(), sources.buildMetadata()).ddl(majorVersion);
            }
        }
    }

    private void object(String name, String sql) throws IOException {
        Files.writeString(folder.resolve("objects").resolve(name), sql);
    }

    private ModelComparison compare(Class<?>... entities) {
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder.resolve("migrations")))
                .objects(ObjectSettings.parse("filesystem:" + folder.resolve("objects")))
                .build();
        Retort retort = new Retort(settings, database.dataSource(), ObjectFilesTests.class.getClassLoader(), List.of());
        try (Scratch scratch =
                retort.authoring().scratch(new ServerAddress(database.url(), database.user(), null), List.of())) {
            ModelDdl ddl = scratch.run(
                    retort.authoring().model(new SchemaModels(List.of(new Entities(Arrays.asList(entities)))), null));
            return retort.authoring().compare(scratch, ddl, ComparisonRequest.of(AutogenerateSettings.defaults()));
        }
    }

    private List<String> apply(ModelComparison found) {
        SqlRenderer renderer = SqlRenderer.of(found.version(), found.schema());
        List<String> statements = found.difference().upgrade().stream()
                .flatMap(change -> renderer.render(change.operation()).stream())
                .toList();
        statements.forEach(database::execute);
        return statements;
    }

    private static List<String> described(ModelComparison found) {
        return found.difference().operations().stream().map(Operation::describe).toList();
    }

    @Test
    void areComparedWhileOtherObjectsBesideTheEntitiesStay() throws IOException {
        apply(compare(Parcel.class));
        database.execute(
                "CREATE FUNCTION by_hand() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER by_hand BEFORE INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION by_hand()",
                "GRANT SELECT ON parcel TO PUBLIC");
        String function = "CREATE FUNCTION weighed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';\n";
        object(
                "weighed.sql",
                function + "CREATE TRIGGER weighed BEFORE INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION weighed();\n");
        object("sums.sql", "CREATE VIEW sums AS SELECT sum(weight) FROM parcel;\nGRANT SELECT ON sums TO PUBLIC;\n");

        ModelComparison created = compare(Parcel.class);
        apply(created);
        object(
                "weighed.sql",
                function + "CREATE TRIGGER weighed BEFORE UPDATE ON parcel FOR EACH ROW EXECUTE FUNCTION weighed();\n");
        ModelComparison changed = compare(Parcel.class);
        apply(changed);

        assertThat(described(created))
                .containsExactlyInAnyOrder(
                        "create function public.weighed()",
                        "create trigger weighed on public.parcel",
                        "create view public.sums");
        assertThat(created.difference().marks())
                .contains("+ function weighed ()", "+ trigger parcel.weighed", "+ view sums", "+ grants on view sums");
        assertThat(described(changed)).allMatch(line -> line.contains("trigger weighed"));
        assertThat(compare(Parcel.class).difference().isEmpty()).isTrue();
        assertThat(database.query("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"))
                .containsExactly("by_hand", "weighed");
    }

    @Test
    void areDroppedOnceTheirFileIsGone() throws IOException {
        apply(compare(Parcel.class));
        database.execute(
                "CREATE FUNCTION weighed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER weighed BEFORE INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION weighed()",
                "CREATE TRIGGER by_hand BEFORE INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION weighed()",
                "CREATE VIEW sums AS SELECT sum(weight) FROM parcel",
                "CREATE VIEW by_hand AS SELECT 1 AS one");
        Files.writeString(folder.resolve("migrations/a1.sql"), """
            -- revision: a1

            -- migrate: upgrade
            SELECT 1;

            -- migrate: downgrade
            -- migrate: nothing

            -- model: + function weighed ()
            -- model: + trigger parcel.weighed
            -- model: + view sums
            """);

        ModelComparison found = compare(Parcel.class);

        assertThat(described(found))
                .containsExactlyInAnyOrder("drop trigger weighed on public.parcel", "drop view public.sums");
        assertThat(found.difference().unsettled())
                .contains("No object file states function public.weighed() now, but trigger by_hand on"
                        + " public.parcel needs it: it stays. Change or drop the trigger first.");
        apply(found);
    }

    @Test
    void takeThePlaceOfTheTableOfAnEntity() throws IOException {
        object("heavy.sql", "CREATE OR REPLACE VIEW heavy AS SELECT id, weight FROM parcel WHERE weight > 10;\n");

        ModelComparison found = compare(Parcel.class, Heavy.class, Remark.class);
        apply(found);

        assertThat(described(found)).contains("create view public.heavy").doesNotContain("create table public.heavy");
        assertThat(compare(Parcel.class, Heavy.class, Remark.class).difference().isEmpty())
                .isTrue();
    }

    @Test
    void areRefusedIfAnEntityNeedsAColumnThatTheViewLacks() throws IOException {
        object("heavy.sql", "\nCREATE VIEW heavy AS SELECT id FROM parcel WHERE weight > 10;\n");

        assertThatThrownBy(() -> compare(Parcel.class, Heavy.class))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The view heavy does not fit its entity.")
                .hasMessageContaining("heavy.sql:2: the view has no column weight.");
    }
}
