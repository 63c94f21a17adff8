/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The commands of the quickstart, docs/quickstart.md, with real Maven in a fresh project of each layout, whose entities are in
 * the application or in a separate module. Prints the sessions.
 */
@Tag("nightly")
@EnabledIfSystemProperty(named = "it.maven", matches = ".*", disabledReason = "needs the packaged plugin")
class QuickstartBuildTests {

    private static final String DATA_JPA = """
            <dependency>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-data-jpa</artifactId>
            </dependency>
            """;

    private static final String CUSTOMER = """
            package service;

            import jakarta.persistence.Column;
            import jakarta.persistence.Entity;
            import jakarta.persistence.GeneratedValue;
            import jakarta.persistence.GenerationType;
            import jakarta.persistence.Id;

            @Entity
            public class Customer {

                @Id
                @GeneratedValue(strategy = GenerationType.IDENTITY)
                private Long id;

                @Column(nullable = false)
                private String name;
            }
            """;

    private static final String WITH_EMAIL = CUSTOMER.replace("private String name;", """
            private String name;

                @Column(length = 320)
                private String email;\
            """);

    /** A layout: where the application and the entities are, and where the project keeps its first script. */
    enum Layout {
        SERVICE("", "src/main/java", ""),
        KOTLIN_LAYOUT("", "src/main/kotlin", ""),
        MODULES("app", "model/src/main/java", "model");

        private final String application;
        private final String entities;
        private final String scripts;

        Layout(String application, String entities, String scripts) {
            this.application = application;
            this.entities = entities;
            this.scripts = scripts;
        }

        String project() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shop shop;

    @SuppressWarnings("NullAway.Init")
    private Layout layout;

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachStepWorks(Layout kind) {
        layout = kind;
        shop = fresh();

        shop.write(kind.entities + "/service/Customer.java", CUSTOMER);
        assertThat(command("revision", "--autogenerate -m 'create customer'"))
                .contains("Detected: create table public.customer")
                .containsPattern(
                        "Generating src/main/resources/db/migrations/\\d{14}_create_customer\\.sql \\.\\.\\.  done");
        assertThat(start()).containsPattern("went from base to \\w{12}: 1 revision found, 1 applied");

        shop.write(kind.entities + "/service/Customer.java", WITH_EMAIL);
        assertThat(command("revision", "--autogenerate -m 'add email to customer'"))
                .contains("Detected: add column public.customer.email");
        assertThat(command("upgrade", "head --plan -v"))
                .contains("ALTER TABLE customer ADD COLUMN email character varying(320);");
        assertThat(start()).contains(": 2 revisions found, 1 applied");
        assertThat(command("check", "")).contains("No new upgrade operations detected.");

        assertThat(command("downgrade", "-1")).contains("The database is held:");
        assertThat(command("upgrade", "head")).contains("The run ended the hold of a downgrade");
        assertThat(command("history", "").lines()).hasSize(2);
    }

    /** The project of the other tests without its script, with JPA where the entities are. */
    private Shop fresh() {
        Shop copy = Shop.copy(layout.project(), System.getProperty("it.spring-boot.version"), folder, database);
        copy.delete(Path.of(layout.scripts, "src/main/resources/db/migrations/1_create_customer.sql"));
        if (layout == Layout.MODULES) {
            copy.edit("model/pom.xml", "</artifactId>\n</project>", """
                    </artifactId>
                    <dependencies>%s</dependencies>
                    </project>""".formatted(DATA_JPA));
            // spring-boot:run is for the application alone.
            copy.edit("pom.xml", "<properties>", "<properties><spring-boot.run.skip>true</spring-boot.run.skip>");
            copy.edit("app/pom.xml", "<dependencies>", """
                    <properties><spring-boot.run.skip>false</spring-boot.run.skip></properties>
                    <dependencies>""");
            copy.write("app/.env", copy.text(".env"));
        } else {
            copy.edit("pom.xml", "<dependencies>", "<dependencies>" + DATA_JPA);
        }
        String properties = Path.of(layout.application, "src/main/resources/application.properties")
                .toString();
        copy.write(properties, copy.text(properties) + "spring.jpa.hibernate.ddl-auto=validate\n");
        return copy;
    }

    private String command(String name, String arguments) {
        return run("retort:" + name, arguments.isEmpty() ? List.of() : List.of("-Dretort.args=" + arguments));
    }

    /** An application without a web server ends after its start. */
    private String start() {
        return run(
                "spring-boot:run",
                List.of(
                        "-Dspring-boot.run.jvmArguments=-XX:TieredStopAtLevel=1 -Dspring.main.banner-mode=off -Dlogging.level.root=warn"
                                + " -Dlogging.level.dev.retort=info"));
    }

    private String run(String goal, List<String> options) {
        String directory = "-Dretort.workingDirectory=" + shop.folder().resolve(layout.application);
        Shop.Result result = shop.maven(Stream.concat(Stream.of("-q", goal, directory), options.stream())
                .toArray(String[]::new));
        System.out.printf(
                "%n%s$ mvn -q %s%s%n%s%s",
                layout.project(),
                goal,
                options.stream()
                        .filter(option -> goal.startsWith("retort"))
                        .map(option -> " " + option.replaceFirst("=(.*)$", "=\"$1\""))
                        .collect(Collectors.joining()),
                result.out(),
                result.err());
        assertThat(result.status()).as(result.toString()).isZero();
        return result.out() + result.err();
    }
}
