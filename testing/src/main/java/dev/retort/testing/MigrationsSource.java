/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.testing.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * A framework that knows which migrations a test class is about, as its application has them. Found by {@link ServiceLoader};
 * where none knows, {@link Migrations} says it.
 *
 * @since 0.1
 */
public interface MigrationsSource {

    /** {@return the migrations of the application under test; empty when the test class is not of this framework} */
    Optional<TestedMigrations> find(ExtensionContext context);

    /** {@return the database that the application under test has been given by {@link MigratedDatabase}; empty for none} */
    Optional<TestDatabase> database(ExtensionContext context);

    /** {@return whether the framework gives a test this parameter itself} */
    boolean gives(ParameterContext parameter, ExtensionContext context);

    /** {@return those of the class path} */
    static List<MigrationsSource> present() {
        return ServiceLoader.load(MigrationsSource.class, MigrationsSource.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
