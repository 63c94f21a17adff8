/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Flyway and Liquibase beans that migrate at start too.
 *
 * @param beans the names of these beans
 */
record OtherMigrationTools(List<String> beans) {

    private static final List<String> TYPES = List.of(
            "org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer",
            "liquibase.integration.spring.SpringLiquibase");

    /** Looks at definitions only: to create such a bean is to run it. */
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

    /** {@return what to say of them, if there are any} */
    Optional<String> warning() {
        return beans.isEmpty()
                ? Optional.empty()
                : Optional.of("Beside Retort, " + String.join(" and ", beans) + " migrates at start."
                        + " On one database it is not defined which comes first, and each meets the other's tables."
                        + " Give them different databases or schemas, or switch one of them off:"
                        + " spring.flyway.enabled, spring.liquibase.enabled, retort.enabled.");
    }
}
