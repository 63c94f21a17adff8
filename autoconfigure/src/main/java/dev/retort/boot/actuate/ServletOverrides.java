/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses writes whose values do not come from where they belong. Spring Boot lets a body override the path and the
 * query string override both; Spring MVC lets us see it. WebFlux does not: there the values that run decide alone.
 */
final class ServletOverrides {

    private static final boolean SPRING_MVC = ClassUtils.isPresent(
            "org.springframework.web.servlet.HandlerMapping", ServletOverrides.class.getClassLoader());
    private static final Set<String> VALUES = Set.of("operation", "revision", "dryRun", "database");

    private ServletOverrides() {}

    /** Throws when the query string holds a value, or when the path names another operation than the one that runs. */
    static void refuse(WriteRequest request) {
        if (SPRING_MVC) {
            CurrentRequest.refuse(request);
        }
    }

    /** Loaded only where Spring MVC is. */
    private static final class CurrentRequest {

        private CurrentRequest() {}

        static void refuse(WriteRequest request) {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
                refuseQuery(attributes.getRequest().getParameterMap());
                refusePath(
                        attributes.getRequest().getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE), request);
            }
        }

        private static void refuseQuery(Map<String, String[]> query) {
            Set<String> found = new TreeSet<>(query.keySet());
            found.retainAll(VALUES);
            if (!found.isEmpty()) {
                throw RequestRefusedException.unusable(
                        "The query string holds " + String.join(", ", found) + ".",
                        "It would override the path and the body.",
                        "Send these values in the JSON body alone.");
            }
        }

        private static void refusePath(Object variables, WriteRequest request) {
            if (variables instanceof Map<?, ?> path && !request.operation().equals(path.get("operation"))) {
                throw RequestRefusedException.unusable(
                        "The body names another operation than the path.",
                        "It would override the path.",
                        "Name the operation in the path alone.");
            }
        }
    }
}
