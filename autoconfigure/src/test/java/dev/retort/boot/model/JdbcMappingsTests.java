/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.scratch.Scratch;
import dev.retort.schema.MappingFacts.NumberedColumn;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.jdbc.core.mapping.schema.SqlTypeMapping;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Sequence;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.CrudRepository;

class JdbcMappingsTests extends ModelTestCase {

    private static final String TABLES = """
            SELECT line FROM (
              SELECT format('%s.%s %s%s%s', a.attrelid::regclass, attname, format_type(atttypid, atttypmod),
                            CASE WHEN attnotnull THEN ' not null' ELSE '' END,
                            CASE WHEN attidentity <> '' THEN ' identity' ELSE '' END) AS line, 0 AS kind
                FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
               WHERE relkind = 'r' AND attnum > 0 AND relnamespace::regnamespace::text IN ('public', 'shop')
              UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)), 1
                FROM pg_constraint WHERE contype IN ('p', 'f') AND connamespace::regnamespace::text IN ('public', 'shop')
            ) AS lines ORDER BY kind, line
            """;

    private ApplicationContextRunner jdbc(Class<?> configuration) {
        return application()
                .withConfiguration(AutoConfigurations.of(
                        JdbcTemplateAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        DataJdbcRepositoriesAutoConfiguration.class))
                .withUserConfiguration(configuration)
                .withPropertyValues("spring.data.jdbc.dialect=postgresql");
    }

    @Test
    void makesTheTablesOfAggregates() {
        jdbc(Shop.class).run(context -> {
            try (Scratch scratch = scratch(context)) {
                scratch.run(models(context).choose("jdbc"));

                assertThat(query(scratch, TABLES))
                        .containsExactly(
                                "customer.id bigint not null identity",
                                "customer.name text",
                                "label.name text",
                                "label.purchase uuid not null",
                                "line.price numeric",
                                "line.purchase uuid not null",
                                "line.purchase_key integer not null",
                                "note.line_key text not null",
                                "note.purchase uuid not null",
                                "note.purchase_key integer not null",
                                "note.text text",
                                "purchase.city text",
                                "purchase.customer bigint",
                                "purchase.gift boolean not null",
                                "purchase.id uuid not null",
                                "purchase.lucky_numbers integer[]",
                                "purchase.made timestamp with time zone",
                                "purchase.state text",
                                "purchase.version integer not null",
                                "purchase.zip text",
                                "shop.shelf.id bigint not null",
                                "customer PRIMARY KEY (id)",
                                "label FOREIGN KEY (purchase) REFERENCES purchase(id)",
                                "line FOREIGN KEY (purchase) REFERENCES purchase(id)",
                                "line PRIMARY KEY (purchase, purchase_key)",
                                "note FOREIGN KEY (purchase, purchase_key) REFERENCES line(purchase, purchase_key)",
                                "note PRIMARY KEY (purchase, purchase_key, line_key)",
                                "purchase PRIMARY KEY (id)",
                                "shop.shelf PRIMARY KEY (id)");
            }
        });
    }

    @Test
    void makesWhatSpringDataCanWorkWith() {
        jdbc(Shop.class).run(context -> {
            database.execute(
                    texts(models(context).choose("jdbc").ddl(majorVersion)).toArray(String[]::new));
            JdbcAggregateTemplate aggregates = context.getBean(JdbcAggregateTemplate.class);
            Customer customer = aggregates.insert(new Customer(null, "Ada"));
            Purchase purchase = new Purchase(
                    UUID.randomUUID(),
                    0,
                    Instant.EPOCH,
                    true,
                    State.OPEN,
                    List.of(7, 11),
                    new Address("Bern", "3000"),
                    AggregateReference.to(customer.id() == null ? 0L : customer.id()),
                    List.of(new Line(BigDecimal.ONE, Map.of("en", new Note("hello")))),
                    Set.of(new Label("red")));

            aggregates.insert(purchase);
            aggregates.insert(new Shelf(null));

            Purchase found = aggregates.findById(purchase.id(), Purchase.class);
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(purchase);
        });
    }

    @Test
    void findsTheTypesOfRepositoriesWithoutMakingThem() {
        jdbc(WithRepositories.class).run(context -> {
            assertThat(texts(models(context).choose("jdbc").ddl(majorVersion)))
                    .containsExactly(
                            "CREATE TABLE \"plain\" (\"id\" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, \"text\" text,"
                                    + " PRIMARY KEY (\"id\"))");
            assertThat(context.getBeanFactory().getSingletonNames()).noneMatch(name -> name.endsWith("Plains"));
        });
    }

    @Test
    void usesTheApplicationsOwnMappingFirstAndNamesUnknownTypes() {
        assertThatUnknown(jdbc(WithUnknown.class));
        jdbc(WithUnknown.class)
                .withBean(
                        SqlTypeMapping.class,
                        () -> property -> property.getType() == URI.class ? "varchar(2000)" : null)
                .run(context -> assertThat(texts(models(context).choose("jdbc").ddl(majorVersion)))
                        .singleElement()
                        .asString()
                        .contains("\"address\" varchar(2000)"));
    }

    @Test
    void knowsWhichColumnASequenceNumbers() {
        jdbc(Shop.class)
                .run(context -> assertThat(models(context)
                                .choose("jdbc")
                                .ddl(majorVersion)
                                .facts()
                                .sequences())
                        .containsExactly(new NumberedColumn(
                                QualifiedName.of("shop", "shelf_ids"),
                                new ColumnName(QualifiedName.of("shop", "shelf"), "id"))));
    }

    @Test
    void refusesAScanThatFindsNoEntity() {
        jdbc(WrongPackage.class)
                .run(context -> assertThatThrownBy(
                                () -> models(context).choose("jdbc").ddl(majorVersion))
                        .isInstanceOf(RetortException.class)
                        .hasMessageContaining("The model jdbc has no entity."));
    }

    private void assertThatUnknown(ApplicationContextRunner application) {
        application.run(context -> assertThatThrownBy(
                        () -> models(context).choose("jdbc").ddl(majorVersion))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Unknown.address")
                .hasMessageContaining("java.net.URI")
                .hasMessageContaining("SqlTypeMapping"));
    }

    enum State {
        OPEN,
        PAID
    }

    @Table("customer")
    record Customer(@Id @Nullable Long id, String name) {}

    record Address(String city, String zip) {}

    record Note(String text) {}

    record Line(BigDecimal price, Map<String, Note> notes) {}

    record Label(String name) {}

    @Table("purchase")
    record Purchase(
            @Id UUID id,
            @Version int version,
            Instant made,
            boolean gift,
            State state,
            List<Integer> luckyNumbers,
            @Embedded(onEmpty = OnEmpty.USE_NULL) Address address,
            AggregateReference<Customer, Long> customer,
            List<Line> lines,
            Set<Label> labels) {}

    @Table(schema = "shop", name = "shelf")
    record Shelf(
            @Id @Sequence(schema = "shop", sequence = "shelf_ids") @Nullable
            Long id) {}

    record Plain(@Id long id, String text) {}

    interface Plains extends CrudRepository<Plain, Long> {}

    record Unknown(@Id long id, URI address) {}

    interface Unknowns extends CrudRepository<Unknown, Long> {}

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = JdbcMappingsTests.class)
    @EnableJdbcRepositories
    static class Shop {}

    @Configuration(proxyBeanMethods = false)
    @EnableJdbcRepositories(
            considerNestedRepositories = true,
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Unknowns.class))
    static class WithRepositories {}

    @Configuration(proxyBeanMethods = false)
    @EntityScan("dev.retort.boot.no.such")
    @EnableJdbcRepositories("dev.retort.boot.no.such")
    static class WrongPackage {}

    @Configuration(proxyBeanMethods = false)
    @EnableJdbcRepositories(
            considerNestedRepositories = true,
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Plains.class))
    static class WithUnknown {}
}
