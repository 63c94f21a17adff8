/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.Retort;
import dev.retort.testing.database.TestDatabase;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;

/** Creates a database for a parameter of a test; JUnit's store closes it after the test or the class. */
final class MigratedDatabaseExtension implements ParameterResolver, TestInstantiationAwareExtension {

    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(MigratedDatabaseExtension.class);

    /**
     * A database of a test and its migrations.
     *
     * @param database the database
     * @param migrations the applied migrations
     */
    private record Given(TestDatabase database, TestedMigrations migrations) implements AutoCloseable {

        Object as(Class<?> type) {
            if (type.equals(TestDatabase.class)) {
                return database;
            }
            return type.equals(Retort.class) ? migrations.on(database) : database.dataSource();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** A constructor parameter belongs to the test of the instance. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        boolean known = type.equals(DataSource.class) || type.equals(TestDatabase.class) || type.equals(Retort.class);
        return known
                && annotation(parameter, context).isPresent()
                && MigrationsSource.present().stream().noneMatch(source -> source.gives(parameter, context));
    }

    private static Optional<MigratedDatabase> annotation(ParameterContext parameter, ExtensionContext context) {
        return parameter
                .findAnnotation(MigratedDatabase.class)
                .or(() -> AnnotatedMigrations.find(context.getRequiredTestClass(), MigratedDatabase.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (!parameter.isAnnotated(MigratedDatabase.class)) {
            Optional<TestDatabase> ofApplication = ofApplication(context);
            if (ofApplication.isPresent()) {
                return new Given(ofApplication.get(), AnnotatedMigrations.of(context)).as(type);
            }
        }
        String target = annotation(parameter, context).orElseThrow().target();
        return context.getStore(STORE)
                .computeIfAbsent(target, key -> make(key, context), Given.class)
                .as(type);
    }

    private static Optional<TestDatabase> ofApplication(ExtensionContext context) {
        return MigrationsSource.present().stream()
                .flatMap(source -> source.database(context).stream())
                .findFirst();
    }

    private static Given make(String target, ExtensionContext context) {
        TestedMigrations migrations = AnnotatedMigrations.of(context);
        return new Given(migrations.database(target), migrations);
    }
}
