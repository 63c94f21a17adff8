/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.testing.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * A framework that provides the migrations of the application under test. Found by {@link ServiceLoader}; without one
 * {@link Migrations} applies. Called on the thread of the test.
 *
 * @since 0.1
 */
public interface MigrationsSource {

    /**
     * {@return the migrations of the application under test; empty if the test class does not use this framework}
     *
     * @param context the test class
     */
    Optional<TestedMigrations> find(ExtensionContext context);

    /**
     * {@return the database of {@link MigratedDatabase} that the application under test uses; empty for none}
     *
     * @param context the test class
     */
    Optional<TestDatabase> database(ExtensionContext context);

    /**
     * {@return whether the framework resolves this parameter itself}
     *
     * @param parameter a parameter of a test method or a constructor
     * @param context the test class, or the test
     */
    boolean gives(ParameterContext parameter, ExtensionContext context);

    /** {@return those of the class path} */
    static List<MigrationsSource> present() {
        return ServiceLoader.load(MigrationsSource.class, MigrationsSource.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
