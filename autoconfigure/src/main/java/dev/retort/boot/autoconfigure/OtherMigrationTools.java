/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.settings.NonEmptySchemaPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Flyway and Liquibase beans that also migrate at startup.
 *
 * @param beans the names of these beans
 * @param oneDataSource whether there is only one DataSource, which is then theirs and Retort's
 */
record OtherMigrationTools(List<String> beans, boolean oneDataSource) {

    private static final List<String> TYPES = List.of(
            "org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer",
            "liquibase.integration.spring.SpringLiquibase");

    /** Reads bean definitions only: creating such a bean would run it. */
    static OtherMigrationTools in(ListableBeanFactory beans) {
        return new OtherMigrationTools(
                TYPES.stream().flatMap(type -> names(beans, type)).toList(),
                beans.getBeanNamesForType(DataSource.class, true, false).length == 1);
    }

    private static Stream<String> names(ListableBeanFactory beans, String type) {
        ClassLoader classLoader = OtherMigrationTools.class.getClassLoader();
        return ClassUtils.isPresent(type, classLoader)
                ? Arrays.stream(beans.getBeanNamesForType(ClassUtils.resolveClassName(type, classLoader), true, false))
                : Stream.empty();
    }

    /**
     * Refuses to adopt a database that one of them migrates in the same start: it would write to the table that the adoption
     * translates and guards.
     */
    void refuseBeside(RetortSettings settings) {
        boolean adopts = settings.onNonEmptySchema() == NonEmptySchemaPolicy.ADOPT;
        if (adopts && oneDataSource && !beans.isEmpty()) {
            throw new RetortException(
                    "The database was not adopted: " + String.join(" and ", beans) + " migrates it at start too.",
                    "Retort adopts a database from a tool that no longer runs in this application.",
                    "Remove its starter, or set spring.flyway.enabled=false or spring.liquibase.enabled=false.");
        }
    }

    /** {@return the warning about them, if there are any} */
    Optional<String> warning() {
        return beans.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" and ", beans) + " also migrates at startup."
                        + " On the same database the execution order is undefined."
                        + " Use different databases or schemas, or disable one of them:"
                        + " spring.flyway.enabled, spring.liquibase.enabled, retort.enabled.");
    }
}
