/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.testing.MigratedDatabase;
import dev.retort.testing.MigrationTests;
import dev.retort.testing.TestRun;
import dev.retort.testing.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests with the context of an application. */
class MigratedContextTests {

    /** The databases that samples found. */
    private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();

    private static final String CURRENT = "SELECT current_database()";

    private static List<String> runForNames(Class<?>... samples) {
        FOUND.clear();
        TestRun run = TestRun.of(samples);
        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).isEmpty();
        return List.copyOf(FOUND);
    }

    @SpringBootTest
    @MigratedDatabase
    static class OfShop {

        @Test
        void hasThePoolOfTheApplication(@Autowired DataSource pool, DataSource plain) {
            assertThat(pool).isInstanceOf(HikariDataSource.class);
            assertThat(plain).isNotInstanceOf(HikariDataSource.class);
            assertThat(JdbcClient.create(plain).sql(CURRENT).query(String.class).single())
                    .isEqualTo(JdbcClient.create(pool)
                            .sql(CURRENT)
                            .query(String.class)
                            .single());
        }

        @Test
        void isAtHead(@Autowired JdbcClient jdbc, TestDatabase database) {
            assertThat(jdbc.sql(CURRENT).query(String.class).single()).isEqualTo(database.name());
            assertThat(jdbc.sql("SELECT version_num FROM alembic_version")
                            .query(String.class)
                            .single())
                    .isEqualTo("b1");
            FOUND.add(database.name());
        }

        @Nested
        class Within {

            @Test
            void itIsTheSame(@Autowired JdbcClient jdbc) {
                FOUND.add(jdbc.sql(CURRENT).query(String.class).single());
            }
        }
    }

    @SpringBootTest
    @MigratedDatabase
    static class OfShopToo {

        @Test
        void isAtHead(@Autowired JdbcClient jdbc) {
            FOUND.add(jdbc.sql(CURRENT).query(String.class).single());
        }

        @Test
        void hasAnotherForATestThatAsks(@MigratedDatabase DataSource other, @Autowired JdbcClient jdbc) {
            assertThat(JdbcClient.create(other).sql(CURRENT).query(String.class).single())
                    .isNotEqualTo(jdbc.sql(CURRENT).query(String.class).single());
        }
    }

    @Test
    void haveADatabaseAtHeadThatEqualContextsShare() {
        List<String> names = runForNames(OfShop.class, OfShopToo.class);

        assertThat(names).hasSize(3);
        assertThat(names).containsOnly(names.get(0));
    }

    @SpringBootTest
    @MigratedDatabase(target = "a1")
    static class OfShopBefore {

        @Test
        void isWhereTheTestWantsIt(@Autowired JdbcClient jdbc) {
            assertThat(jdbc.sql("SELECT version_num FROM alembic_version")
                            .query(String.class)
                            .single())
                    .isEqualTo("a1");
        }
    }

    @Test
    void haveTheTargetThatTheyName() {
        runForNames(OfShopBefore.class);
    }

    @DataJpaTest
    @MigratedDatabase
    static class Slice {

        @Test
        void findsTheTables(@Autowired TestEntityManager entities, @Autowired JdbcClient jdbc) {
            entities.persistAndFlush(new Customer(1, "Ada"));
            entities.clear();
            assertThat(entities.find(Customer.class, 1L))
                    .extracting(Customer::name)
                    .isEqualTo("Ada");
            FOUND.add(jdbc.sql(CURRENT).query(String.class).single());
        }
    }

    @Test
    void mayBeSlices() {
        assertThat(runForNames(Slice.class))
                .hasSize(1)
                .allSatisfy(name -> assertThat(name).startsWith("retort_test_"));
    }

    @SpringBootTest
    @MigratedDatabase
    static class Matching implements MigrationTests {}

    @Test
    void testTheMigrationsOfTheApplicationAndItsEntities() {
        TestRun run = TestRun.of(Matching.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).isEmpty();
        assertThat(run.passed())
                .contains("matchModel", "haveOneHead", "upgradeFromBase")
                .hasSize(4 + 2 + 2);
    }

    @SpringBootTest(properties = "retort.locations=classpath:migrations/app_behind")
    @MigratedDatabase
    static class Behind implements MigrationTests {}

    @Tag("slow")
    @Test
    void showTheDifferencesOfEntitiesAndRevisions() {
        Map<String, String> failed = TestRun.of(Behind.class).failed();

        assertThat(failed).containsOnlyKeys("matchModel");
        assertThat(failed.get("matchModel"))
                .contains(
                        "The migrations and the model hibernate differ.",
                        "Detected: add column public.customer.email",
                        "ALTER TABLE customer ADD COLUMN email character varying(320);");
    }

    @SpringBootTest(classes = {ShopApplication.class, Elsewhere.Other.class})
    @MigratedDatabase
    static class Elsewhere {

        @TestConfiguration(proxyBeanMethods = false)
        static class Other {

            @Bean(destroyMethod = "close")
            dev.retort.test.TestDatabase otherDatabase() {
                return dev.retort.test.TestDatabase.create();
            }

            @Bean
            DataSource dataSource(dev.retort.test.TestDatabase other) {
                PGSimpleDataSource dataSource = new PGSimpleDataSource();
                dataSource.setURL(other.url());
                dataSource.setUser(other.user());
                return dataSource;
            }
        }

        @Test
        void isNeverReached() {
            FOUND.add("reached");
        }
    }

    @Test
    void refuseToMigrateADatabaseThatIsNotTheTests() {
        FOUND.clear();
        TestRun run = TestRun.of(Elsewhere.class);

        assertThat(FOUND).isEmpty();
        assertThat(run.causes().get("isNeverReached"))
                .anySatisfy(message -> assertThat(message)
                        .contains("The migrations of the application do not use the database of the test."));
    }
}
