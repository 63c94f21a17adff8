/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Flyway and Liquibase beans that also migrate at startup.
 *
 * @param beans the names of these beans
 */
record OtherMigrationTools(List<String> beans) {

    private static final List<String> TYPES = List.of(
            "org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer",
            "liquibase.integration.spring.SpringLiquibase");

    /** Reads bean definitions only: creating such a bean would run it. */
    static OtherMigrationTools in(ListableBeanFactory beans) {
        return new OtherMigrationTools(
                TYPES.stream().flatMap(type -> names(beans, type)).toList());
    }

    private static Stream<String> names(ListableBeanFactory beans, String type) {
        ClassLoader classLoader = OtherMigrationTools.class.getClassLoader();
        return ClassUtils.isPresent(type, classLoader)
                ? Arrays.stream(beans.getBeanNamesForType(ClassUtils.resolveClassName(type, classLoader), true, false))
                : Stream.empty();
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
