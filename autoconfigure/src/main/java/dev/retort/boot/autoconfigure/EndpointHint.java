/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * A hint for web applications that {@code /actuator/migrations} is not exposed: Spring Boot exposes only {@code
 * health} over HTTP.
 *
 * @param text a sentence that starts with a space, or an empty text
 */
record EndpointHint(String text) {

    private static final String EXPOSURE = "management.endpoints.web.exposure.";

    static EndpointHint none() {
        return new EndpointHint("");
    }

    static EndpointHint of(Environment environment) {
        Set<String> included = ids(environment, "include");
        Set<String> excluded = ids(environment, "exclude");
        return contains(included) || contains(excluded) ? none() : new EndpointHint(text(included));
    }

    private static Set<String> ids(Environment environment, String key) {
        return Binder.get(environment)
                .bind(EXPOSURE + key, Bindable.setOf(String.class))
                .orElseGet(Set::of);
    }

    private static boolean contains(Set<String> ids) {
        return ids.contains("*") || ids.contains("migrations");
    }

    private static String text(Set<String> included) {
        Set<String> needed = new LinkedHashSet<>(included.isEmpty() ? Set.of("health") : included);
        needed.add("migrations");
        return " To expose /actuator/migrations set " + EXPOSURE + "include=" + String.join(",", needed) + ".";
    }
}
