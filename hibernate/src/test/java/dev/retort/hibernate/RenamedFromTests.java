/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.error.RetortException;
import dev.retort.hibernate.model.Renames;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.scratch.Scratch;
import dev.retort.model.ModelDdl;
import dev.retort.model.StatedFormerName;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.test.TestDatabase;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.Test;

/** Former names of entities, as tables and columns. */
class RenamedFromTests {

    private static List<StatedFormerName> formerNames(Map<String, Object> settings, Class<?>... entities) {
        return ddl(17, settings, entities).formerNames();
    }

    private static ModelDdl ddl(int majorVersion, Map<String, Object> settings, Class<?>... entities) {
        Map<String, Object> all = new HashMap<>(OfflineSettings.of(majorVersion));
        all.put("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName());
        all.putAll(settings);
        try (StandardServiceRegistry services =
                new StandardServiceRegistryBuilder().applySettings(all).build()) {
            MetadataSources sources = new MetadataSources(services);
            Arrays.stream(entities).forEach(sources::addAnnotatedClass);
            return new HibernateModel("hibernate", sources.buildMetadata()).ddl(majorVersion);
        }
    }

    private static StatedFormerName shop(String table, String column, String formerly) {
        return new StatedFormerName("shop", table, column, formerly);
    }

    @Test
    void mapsToTheTablesAndColumnsOfTheNamingStrategies() {
        assertThat(formerNames(Map.of(), Renames.CustomerAccount.class))
                .containsExactlyInAnyOrder(
                        new StatedFormerName("shop", "customer_account", null, "kunde"),
                        new StatedFormerName("shop", "customer_account", null, "client"),
                        shop("customer_account", "id", "ident"),
                        shop("customer_account", "created_at", "made_at"),
                        shop("customer_account", "email_address", "mail"),
                        shop("customer_account", "zip", "postcode"),
                        shop("customer_account", "work_zip", "postcode"),
                        shop("customer_note", "Text", "note"),
                        shop("customer_account", "chief_id", "boss_id"),
                        new StatedFormerName("shop", "customer_label", null, "customer_tag"),
                        shop("customer_place", "zip", "postcode"),
                        shop("customer_account", "phone", "telephone"));
    }

    @Test
    void mapsToTheColumnsOfEachTableIfEachClassHasOne() {
        assertThat(formerNames(Map.of(), Renames.Document.class, Renames.Invoice.class))
                .containsExactlyInAnyOrder(
                        new StatedFormerName(null, "document", "id", "ident"),
                        new StatedFormerName(null, "document", "created_at", "made_at"),
                        new StatedFormerName(null, "document", "title", "name"),
                        new StatedFormerName(null, "invoice", null, "bill"),
                        new StatedFormerName(null, "invoice", "id", "ident"),
                        new StatedFormerName(null, "invoice", "created_at", "made_at"),
                        new StatedFormerName(null, "invoice", "title", "name"));
    }

    @Test
    void isInTheDefaultSchemaOfThePersistenceUnit() {
        assertThat(formerNames(Map.of("hibernate.default_schema", "crm"), Renames.Document.class))
                .extracting(StatedFormerName::schema)
                .containsOnly("crm");
    }

    @Test
    void keepsTheRowsAndFindsNoDifferenceAfterwards() {
        try (TestDatabase database = TestDatabase.create()) {
            String columns =
                    " (ident bigint PRIMARY KEY, made_at varchar(255), name varchar(255) CHECK (name <> 'nothing'))";
            database.execute("CREATE TABLE document" + columns, "CREATE TABLE bill" + columns);
            database.execute("INSERT INTO bill VALUES (1, 'today', 'for the cat')");

            ModelComparison found = compare(database);
            SqlRenderer renderer = SqlRenderer.of(found.version(), found.schema());
            found.difference()
                    .operations()
                    .forEach(operation -> renderer.render(operation).forEach(sql -> database.execute(sql)));

            assertThat(database.query("SELECT format('%s %s %s', id, created_at, title) FROM invoice"))
                    .containsExactly("1 today for the cat");
            assertThat(found.difference().unsettled()).isEmpty();
            assertThat(compare(database).difference().operations()).isEmpty();
        }
    }

    private static ModelComparison compare(TestDatabase database) {
        Retort retort = new Retort(
                RetortSettings.builder().build(),
                database.dataSource(),
                RenamedFromTests.class.getClassLoader(),
                List.of());
        try (Scratch scratch =
                retort.authoring().scratch(new ServerAddress(database.url(), database.user(), null), List.of())) {
            int majorVersion =
                    Integer.parseInt(database.query("SHOW server_version_num").get(0)) / 10_000;
            ModelDdl ddl = ddl(majorVersion, Map.of(), Renames.Document.class, Renames.Invoice.class);
            scratch.run(ddl);
            return retort.authoring().compare(scratch, ddl, ComparisonRequest.of(AutogenerateSettings.defaults()));
        }
    }

    @Test
    void isRefusedWhereItCannotMeanAnything() {
        assertThatThrownBy(() -> formerNames(Map.of(), Renames.Animal.class, Renames.Cat.class))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Renames$Cat cannot be used. The class has no separate table.");
        assertThatThrownBy(() -> formerNames(Map.of(), Renames.Parcel.class))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(
                        "Renames$Parcel.to cannot be used. The property does not map to a single column.");
        assertThatThrownBy(() -> formerNames(Map.of(), Renames.Parent.class, Renames.Child.class))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Renames$Parent.children cannot be used. The collection has no separate table.");
    }
}
