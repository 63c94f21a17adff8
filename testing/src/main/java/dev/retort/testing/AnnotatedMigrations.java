/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.settings.ObjectSettings;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds the migrations that a test class tests. */
final class AnnotatedMigrations {

    private AnnotatedMigrations() {}

    static TestedMigrations of(ExtensionContext context) {
        for (MigrationsSource source : MigrationsSource.present()) {
            Optional<TestedMigrations> found = source.find(context);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return find(context.getRequiredTestClass(), Migrations.class)
                .map(migrations -> TestedMigrations.of(settings(migrations))
                        .withRoles(List.of(migrations.roles()))
                        .withSafeSince(migrations.safeSince()))
                .orElseGet(() -> TestedMigrations.of(RetortSettings.builder().build()));
    }

    /** {@return the annotation of a class, or of the nearest enclosing class} */
    static <A extends Annotation> Optional<A> find(Class<?> testClass, Class<A> type) {
        @Nullable Class<?> current = testClass;
        while (current != null) {
            Optional<A> found = AnnotationSupport.findAnnotation(current, type);
            if (found.isPresent()) {
                return found;
            }
            current = current.getEnclosingClass();
        }
        return Optional.empty();
    }

    private static RetortSettings settings(Migrations migrations) {
        Class<? extends Supplier<RetortSettings>> own = migrations.settings();
        if (!own.equals(Migrations.None.class)) {
            return ReflectionSupport.newInstance(own).get();
        }
        return RetortSettings.builder()
                .locations(List.of(migrations.locations()))
                .javaPackages(List.of(migrations.javaPackages()))
                .placeholders(placeholders(migrations.placeholders()))
                .model(migrations.model().isBlank() ? null : migrations.model())
                .objects(ObjectSettings.parse(migrations.objects()))
                .build();
    }

    private static Map<String, String> placeholders(String[] pairs) {
        Map<String, String> placeholders = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new RetortException(
                        "@Migrations has an invalid placeholder.",
                        "\"" + pair + "\" is not of the form name=value.",
                        "Write name=value.");
            }
            placeholders.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return placeholders;
    }
}
