/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import dev.retort.Retort;
import dev.retort.boot.model.ApplicationModels;
import dev.retort.error.RetortException;
import dev.retort.testing.Migrations;
import dev.retort.testing.MigrationsSource;
import dev.retort.testing.TestedMigrations;
import dev.retort.testing.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The migrations of the application in the context of a test class.
 *
 * @since 0.1
 */
public final class ApplicationMigrations implements MigrationsSource {

    private static final String SPRING = "org.springframework.test.context.junit.jupiter.SpringExtension";

    /** For {@link java.util.ServiceLoader}; loads no class of Spring. */
    public ApplicationMigrations() {}

    @Override
    public Optional<TestedMigrations> find(ExtensionContext context) {
        return hasContext(context.getRequiredTestClass())
                ? Optional.of(Application.migrations(context))
                : Optional.empty();
    }

    @Override
    public Optional<TestDatabase> database(ExtensionContext context) {
        return hasContext(context.getRequiredTestClass()) ? Application.database(context) : Optional.empty();
    }

    @Override
    public boolean gives(ParameterContext parameter, ExtensionContext context) {
        return hasContext(context.getRequiredTestClass()) && Application.gives(parameter, context);
    }

    private static boolean hasContext(Class<?> testClass) {
        @Nullable Class<?> current = testClass;
        while (current != null) {
            if (AnnotationSupport.findRepeatableAnnotations(current, ExtendWith.class).stream()
                    .flatMap(extended -> List.of(extended.value()).stream())
                    .anyMatch(extension -> extension.getName().equals(SPRING))) {
                return true;
            }
            current = current.getEnclosingClass();
        }
        return false;
    }

    /** {@return the roles that the migrations of a test class refer to} */
    static List<String> roles(Class<?> testClass) {
        Migrations migrations = TestContextAnnotationUtils.findMergedAnnotation(testClass, Migrations.class);
        return migrations == null ? List.of() : List.of(migrations.roles());
    }

    /** {@return the revision after which the migrations of a test class must be safe; empty for all} */
    static String safeSince(Class<?> testClass) {
        Migrations migrations = TestContextAnnotationUtils.findMergedAnnotation(testClass, Migrations.class);
        return migrations == null ? "" : migrations.safeSince();
    }

    /** Code that needs Spring. */
    private static final class Application {

        private Application() {}

        static TestedMigrations migrations(ExtensionContext context) {
            ApplicationContext application = SpringExtension.getApplicationContext(context);
            List<Retort> retorts =
                    application.getBeanProvider(Retort.class).orderedStream().toList();
            if (retorts.size() != 1) {
                throw new RetortException(
                        "The migrations under test are ambiguous.",
                        retorts.isEmpty()
                                ? "The context of the test has no bean of type Retort."
                                : "The context of the test has " + retorts.size() + " beans of type Retort.",
                        retorts.isEmpty()
                                ? "Use a context with the auto-configuration of Retort, for example with @SpringBootTest."
                                : "Inject them, and test each with MigrationAssert.assertThatMigrations.");
            }
            return TestedMigrations.of(retorts.get(0))
                    .withModels(new ApplicationModels((ConfigurableApplicationContext) application).all())
                    .withRoles(roles(context.getRequiredTestClass()))
                    .withSafeSince(safeSince(context.getRequiredTestClass()));
        }

        static boolean gives(ParameterContext parameter, ExtensionContext context) {
            return new SpringExtension().supportsParameter(parameter, context);
        }

        static Optional<TestDatabase> database(ExtensionContext context) {
            return Optional.ofNullable(SpringExtension.getApplicationContext(context)
                    .getBeanProvider(TestDatabase.class)
                    .getIfAvailable());
        }
    }
}
