/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import dev.retort.testing.MigratedDatabase;
import dev.retort.testing.MigrationTests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/** Customizes the contexts of test classes with {@link MigratedDatabase}, and of those that test the application's migrations. */
final class RetortContextCustomizerFactory implements ContextCustomizerFactory {

    private static final String STARTER = "dev.retort.boot.MigrationStrategy";

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        if (!ClassUtils.isPresent(STARTER, testClass.getClassLoader())) {
            return null;
        }
        MigratedDatabase database = TestContextAnnotationUtils.findMergedAnnotation(testClass, MigratedDatabase.class);
        if (database != null) {
            return new MigratedDatabaseCustomizer(database.target(), ApplicationMigrations.roles(testClass));
        }
        return MigrationTests.class.isAssignableFrom(testClass) ? new ModelCustomizer() : null;
    }
}
