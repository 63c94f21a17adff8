/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.boot.MigrationFailedException;
import dev.retort.test.TestDatabase;
import dev.retort.test.UrlPasswords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The failure analyses of a service that does not start. */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void showsAFailedStatement(CapturedOutput output) {
        fail("retort.locations=classpath:db/failing");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Message:    relation \"missing\" does not exist")
                .contains("SQLSTATE:   42P01")
                .containsPattern("Revision 0a0b0c0d0e03 failed at .*db/failing/0001_missing.sql:8")
                .contains("Statement:  ALTER TABLE missing")
                .contains("ADD COLUMN email text")
                .doesNotContain("\tat dev.retort");
    }

    @Test
    void showsAnyOtherErrorInItsThreeParts(CapturedOutput output) {
        fail("retort.on-startup=validate");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The database is not at head.")
                .contains("Action:");
    }

    @Test
    void reportsWhatToDoAboutAnEmbeddedTestDatabase(CapturedOutput output) {
        fail("spring.datasource.url=jdbc:h2:mem:service", "spring.datasource.username=sa");
        assertThat(output)
                .contains("leads to H2, not to PostgreSQL")
                .contains("@AutoConfigureTestDatabase(replace = NONE)")
                .contains("@ServiceConnection");
    }

    @Test
    void namesAnUnknownKeyAndWhereItIs(CapturedOutput output) {
        fail("retort.tarket=head");
        assertThat(output)
                .contains("Unknown property 'retort.tarket")
                .contains("Did you mean retort.target instead of retort.tarket?");
    }

    @Test
    void namesTheValuesThatAKeyCanHave(CapturedOutput output) {
        fail("retort.on-startup=sometimes");
        assertThat(output).contains("retort.on-startup").contains("UPGRADE").contains("VALIDATE");
    }

    @Test
    void namesTheKeyOfAUrlThatCannotBeUsedAndShowsNothingOfIt(CapturedOutput output) {
        fail("retort.url=postgresql://owner:sec/ret@host/db?x=y");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The URL of retort.url cannot be used.")
                .contains("/ is written %2F")
                .doesNotContain("sec/ret", "ret@host");
    }

    @Test
    void refusesAUrlOfTheApplicationThatThePoolAndTheDriverWouldShow(CapturedOutput output) {
        fail("spring.datasource.url=jdbc:postgresql://owner:s3cret@localhost/db");
        fail("spring.datasource.url=jdbc:postgresql://owner:s3c/ret@localhost/db");
        assertThat(output)
                .contains("The URL of the application's DataSource cannot be used.")
                .contains("Write jdbc:postgresql://localhost:5432/db, and set spring.datasource.username")
                .contains("Write jdbc:postgresql://host:port/database, and set spring.datasource.username")
                .doesNotContain("s3cret", "s3c/ret");
    }

    @Test
    void namesTheJdbcUrlInPlaceOfAnother(CapturedOutput output) {
        String url = "spring.datasource.url=postgres://owner:s3cret@localhost/db?sslmode=disable";
        fail(url);
        fail(url, "spring.datasource.driver-class-name=org.postgresql.Driver");
        fail(url, "retort.enabled=false");
        fail("spring.datasource.url=jdbc:postgres://localhost/db");
        assertThat(output.getAll().split("APPLICATION FAILED TO START", -1)).hasSize(5);
        assertThat(output)
                .contains("It has the form of libpq")
                .contains(
                        "Write jdbc:postgresql://localhost:5432/db?sslmode=disable, and set spring.datasource.username")
                .contains("It does not begin with jdbc:postgresql://.")
                .contains("Write jdbc:postgresql://localhost:5432/db, and set spring.datasource.username")
                .doesNotContain("s3cret");
    }

    @Tag("slow")
    @Test
    void showsNoPasswordOfAnyUrl(CapturedOutput output) {
        String password = UrlPasswords.of(3);
        List<String> urls = UrlPasswords.urls("localhost:1", password).stream()
                .filter(url -> url.startsWith("jdbc:postgresql:") || url.startsWith("postgresql:"))
                .toList();
        assertThat(urls)
                .hasSize(28)
                .allSatisfy(url -> assertThatThrownBy(() -> {
                            SpringApplication application = new SpringApplication(Bare.class);
                            application.setWebApplicationType(WebApplicationType.NONE);
                            application.run("--retort.url=" + url, "--debug").close();
                        })
                        .isNotNull());

        assertThat(output.getAll()).contains("APPLICATION FAILED TO START");
        UrlPasswords.assertAbsent(password, output.getAll());
    }

    @Tag("slow")
    @Test
    void namesTheCommandThatGeneratesTheRevisionOfAChangedEntity(CapturedOutput output) {
        String validate = "spring.jpa.hibernate.ddl-auto=validate";

        assertThatThrownBy(() -> run(ServiceWithEntity.class, validate)).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("The database does not have what the entities need. Hibernate: ")
                .contains("missing table [made_by_hibernate]")
                .contains("`revision --autogenerate -m \"...\"`")
                .doesNotContain("\tat org.hibernate");

        assertThatThrownBy(() -> run(ServiceWithEntity.class, validate, "retort.enabled=false"))
                .isNotNull();
        assertThat(output).contains("\tat org.hibernate");
    }

    @Test
    void theExceptionItselfArrivesAtTheCaller() {
        assertThatThrownBy(() -> run("retort.on-startup=validate"))
                .hasStackTraceContaining(MigrationFailedException.class.getName());
    }

    private void fail(String... properties) {
        assertThatThrownBy(() -> run(properties)).isNotNull();
    }

    private void run(String... properties) {
        run(Service.class, properties);
    }

    private void run(Class<?> service, String... properties) {
        SpringApplication application = new SpringApplication(service);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user()));
        for (String property : properties) {
            arguments.removeIf(
                    argument -> argument.startsWith("--" + property.substring(0, property.indexOf('=') + 1)));
            arguments.add("--" + property);
        }
        application.run(arguments.toArray(String[]::new)).close();
    }

    /** Several beans depend on the database: the failure arrives wrapped more than once. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        RetortAutoConfiguration.class
    })
    static class Service {}

    /** An entity without a revision. */
    @Configuration(proxyBeanMethods = false)
    @Import(Service.class)
    @EntityScan("dev.retort.boot.command")
    static class ServiceWithEntity {}

    /** Only migrations, with a separate connection. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(RetortAutoConfiguration.class)
    static class Bare {}
}
