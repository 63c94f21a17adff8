/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Properties that make JPA change the schema at startup.
 *
 * @param settings these properties with their values
 */
record SchemaCreation(List<String> settings) {

    private static final Set<String> HARMLESS = Set.of("none", "validate");
    private static final String JPA = "jakarta.persistence.EntityManagerFactory";

    /** Properties of the persistence unit, all below {@code spring.jpa.properties}. */
    private static final List<String> OF_THE_UNIT = List.of(
            "hibernate.hbm2ddl.auto",
            "jakarta.persistence.schema-generation.database.action",
            "javax.persistence.schema-generation.database.action");

    /** Reads properties; without JPA on the class path they have no effect. */
    static SchemaCreation in(ApplicationContext context) {
        List<String> settings = new ArrayList<>();
        if (ClassUtils.isPresent(JPA, context.getClassLoader())) {
            Binder binder = Binder.get(context.getEnvironment());
            add(settings, "spring.jpa.hibernate.ddl-auto", text(binder, "spring.jpa.hibernate.ddl-auto"));
            if ("true".equals(text(binder, "spring.jpa.generate-ddl"))) {
                settings.add("spring.jpa.generate-ddl=true");
            }
            Map<String, String> unit = binder.bind("spring.jpa.properties", Bindable.mapOf(String.class, String.class))
                    .orElseGet(Map::of);
            OF_THE_UNIT.forEach(key -> add(settings, "spring.jpa.properties." + key, unit.get(key)));
        }
        return new SchemaCreation(settings);
    }

    private static @Nullable String text(Binder binder, String key) {
        return binder.bind(key, String.class).orElse(null);
    }

    private static void add(List<String> settings, String key, @Nullable String value) {
        if (value != null && !value.isBlank() && !HARMLESS.contains(value.toLowerCase(Locale.ROOT))) {
            settings.add(key + "=" + value);
        }
    }

    /** {@return the warning about them, if there are any} */
    Optional<String> warning() {
        return settings.isEmpty()
                ? Optional.empty()
                : Optional.of("Hibernate also changes the schema at startup: " + String.join(", ", settings)
                        + ". These changes are in no revision, and `revision --autogenerate` does not find them."
                        + " Set spring.jpa.hibernate.ddl-auto=validate or none, and write the changes as revisions.");
    }
}
