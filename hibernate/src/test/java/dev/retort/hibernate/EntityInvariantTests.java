/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.MappingContext;
import dev.retort.hibernate.mapping.MappingKind;
import dev.retort.model.ModelStatement;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.DelayedDropRegistryNotAvailableImpl;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the invariant for entities of every kind of mapping against Hibernate's own schema creation: from an empty
 * database, from the previous entities, and back from the changed ones.
 */
class EntityInvariantTests extends InvariantTestCase {

    /** The two casts that Hibernate creates for an enum type, which are not compared. */
    private static final String DROP_CASTS = """
            DO $drop$
            DECLARE types text;
            BEGIN
                FOR types IN SELECT format('(%s AS %s)', castsource::regtype, casttarget::regtype)
                    FROM pg_cast WHERE oid >= 16384 LOOP
                    EXECUTE 'DROP CAST ' || types;
                END LOOP;
            END
            $drop$""";

    private static final DiffSettings SETTINGS = Invariant.everything()
            .withMapping(true)
            .withContext(MappingContext.unknown().tolerating(Set.of()));

    static Stream<MappingKind> kinds() {
        return MappingKind.all();
    }

    static Stream<MappingKind> created() {
        return Samples.every(11, 4, kinds());
    }

    static Stream<MappingKind> changes() {
        return Samples.every(11, 0, kinds());
    }

    static Stream<MappingKind> reversals() {
        return Samples.every(11, 8, kinds());
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("created")
    void anEmptyDatabaseBecomesWhatHibernateMakes(MappingKind kind) {
        invariant.clearReal();

        holds(kind.before());
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("changes")
    void anOldDatabaseBecomesWhatHibernateMakesOfTheChangedEntities(MappingKind kind) {
        invariant.clearReal();
        createByHibernate(invariant.real(), kind.before());
        invariant.real().execute(DROP_CASTS);

        holds(kind.after());
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("reversals")
    void theChangeCanBeReversed(MappingKind kind) {
        invariant.clearReal();
        createByHibernate(invariant.real(), kind.after());
        invariant.real().execute(DROP_CASTS);

        holds(kind.before());
    }

    private static void holds(List<Class<?>> entities) {
        invariant.clearWanted();
        createByHibernate(invariant.wanted(), entities);
        Invariant.Picture byHibernate = invariant.picture();
        invariant.clearWanted();
        createByModel(invariant.wanted(), entities);
        assertThat(invariant.picture()).isEqualTo(byHibernate);
        invariant.wanted().execute(DROP_CASTS);

        Invariant.Outcome outcome = invariant.hold(SETTINGS);

        assertThat(outcome.violations()).as(invariant.comparedWith()).isEmpty();
        assertThat(outcome.difference().unsettled()).isEmpty();
        assertThat(outcome.difference().unknown()).isEmpty();
    }

    private static void createByModel(TestDatabase database, List<Class<?>> entities) {
        try (StandardServiceRegistry services = services(OfflineSettings.of(Invariant.version()))) {
            String[] statements = new HibernateModel("hibernate", metadata(services, entities))
                    .ddl(Invariant.version()).statements().stream()
                            .map(ModelStatement::text)
                            .toArray(String[]::new);
            database.execute(statements);
        }
    }

    private static void createByHibernate(TestDatabase database, List<Class<?>> entities) {
        Map<String, Object> settings = Map.of(
                "jakarta.persistence.nonJtaDataSource",
                database.dataSource(),
                "jakarta.persistence.schema-generation.database.action",
                "create",
                "jakarta.persistence.create-database-schemas",
                "true",
                "hibernate.hbm2ddl.skip_default_import_file",
                "true",
                "hibernate.hbm2ddl.halt_on_error",
                "true");
        try (StandardServiceRegistry services = services(settings)) {
            MetadataImplementor metadata = metadata(services, entities);
            // As a SessionFactory does before it creates the schema.
            metadata.orderColumns(true);
            SchemaManagementToolCoordinator.process(
                    metadata, services, new HashMap<>(settings), DelayedDropRegistryNotAvailableImpl.INSTANCE);
        }
    }

    private static StandardServiceRegistry services(Map<String, Object> settings) {
        return new StandardServiceRegistryBuilder()
                .applySetting("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .applySettings(settings)
                .build();
    }

    private static MetadataImplementor metadata(StandardServiceRegistry services, List<Class<?>> entities) {
        MetadataSources sources = new MetadataSources(services);
        entities.forEach(sources::addAnnotatedClass);
        return (MetadataImplementor) sources.buildMetadata();
    }
}
