/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchStatementException;
import dev.retort.model.ModelDdl;
import dev.retort.operation.Operation;
import dev.retort.settings.AutogenerateSettings;
import dev.retort.test.TestDatabase;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entities that are compared for the first time with the database that they have always had. */
class AdoptionComparisonTests {

    private static final String[] DATABASE = {
        "CREATE SEQUENCE number_seq START 1000",
        "CREATE FUNCTION next_number() RETURNS text LANGUAGE sql AS $$ SELECT 'N' || nextval('number_seq') $$",
        "CREATE FUNCTION is_iban(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) > 3'",
        "CREATE DOMAIN word AS text CHECK (VALUE !~ ' ')",
        "CREATE DOMAIN email AS word CHECK (VALUE ~ '@')",
        "CREATE DOMAIN unused AS text",
        "CREATE TABLE payer (id bigint PRIMARY KEY, mail email NOT NULL, iban varchar(255),"
                + " number text DEFAULT next_number(), CHECK (is_iban(iban)))",
        "CREATE TABLE bill (id bigint PRIMARY KEY, payer_id bigint NOT NULL UNIQUE REFERENCES payer ON DELETE CASCADE)"
    };

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Entity(name = "payer")
    @Table(check = @CheckConstraint(constraint = "is_iban(iban)"))
    static class Payer {
        @Id
        @Nullable
        Long id;

        @Column(columnDefinition = "Email", nullable = false)
        @Nullable
        String mail;

        @Nullable
        String iban;

        @ColumnDefault("next_number()")
        @Nullable
        String number;
    }

    @Entity(name = "bill")
    static class Bill {
        @Id
        @Nullable
        Long id;

        @OneToOne
        @Nullable
        Payer payer;
    }

    @Entity(name = "note")
    static class Note {
        @Id
        @Nullable
        Long id;

        @Column(columnDefinition = "nowhere")
        @Nullable
        String text;
    }

    private static ModelDdl ddl(int version, Class<?>... entities) {
        try (StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                .applySettings(OfflineSettings.of(version))
                .build()) {
            MetadataSources sources = new MetadataSources(services);
            List.of(entities).forEach(sources::addAnnotatedClass);
            return new HibernateModel("hibernate", sources.buildMetadata()).ddl(version);
        }
    }

    private ModelComparison compare(Class<?>... entities) {
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("classpath:no/scripts"))
                .build();
        Retort retort =
                new Retort(settings, database.dataSource(), AdoptionComparisonTests.class.getClassLoader(), List.of());
        try (Scratch scratch =
                retort.authoring().scratch(new ServerAddress(database.url(), database.user(), null), List.of())) {
            ModelDdl ddl = ddl(14, entities);
            scratch.run(ddl);
            return retort.authoring().compare(scratch, ddl, ComparisonRequest.of(AutogenerateSettings.defaults()));
        }
    }

    @Test
    void findsTheDomainsAndFunctionsThatTheEntitiesName() {
        database.execute(DATABASE);

        ModelComparison found = compare(Payer.class, Bill.class);

        assertThat(found.difference().operations().stream().map(Operation::describe))
                .isEmpty();
        assertThat(found.difference().unknown()).extracting(Object::toString).containsExactly("domain public.unused");
    }

    @Test
    void keepsTheMessageOfAStatementWhoseTypeIsNowhere() {
        database.execute(DATABASE);

        assertThatThrownBy(() -> compare(Payer.class, Bill.class, Note.class))
                .isInstanceOf(ScratchStatementException.class)
                .hasMessageContaining("type \"nowhere\" does not exist");
    }

    @Test
    void knowsWhatEntitiesAndDatabaseBothState() {
        database.execute(DATABASE);

        assertThat(compare(Payer.class, Bill.class).shared())
                .containsExactly(
                        "+ check payer (public.is_iban((iban)::text))",
                        "+ default payer.number",
                        "+ foreign key bill.payer_id",
                        "+ not null payer.mail",
                        "+ unique bill (payer_id)");
    }
}
