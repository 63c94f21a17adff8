/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Refuses writes whose query string holds values, for Spring Boot lets it override path and body. Spring MVC lets us see
 * it; WebFlux does not: there the values that run decide alone.
 */
final class ServletQuery {

    private static final boolean SERVLET = ClassUtils.isPresent(
                    "org.springframework.web.context.request.ServletRequestAttributes",
                    ServletQuery.class.getClassLoader())
            && ClassUtils.isPresent("jakarta.servlet.http.HttpServletRequest", ServletQuery.class.getClassLoader());

    private ServletQuery() {}

    static void refuseValues() {
        if (SERVLET) {
            CurrentRequest.refuseValues();
        }
    }

    /** Loaded only where there are servlets. */
    private static final class CurrentRequest {

        private CurrentRequest() {}

        static void refuseValues() {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
                Map<String, String[]> query = attributes.getRequest().getParameterMap();
                Set<String> found = new TreeSet<>(query.keySet());
                found.retainAll(WriteRequest.KEYS);
                if (!found.isEmpty()) {
                    throw RequestRefusedException.unusable(
                            "The query string holds " + String.join(", ", found) + ".",
                            "It would override the path and the body.",
                            "Send these values in the JSON body alone.");
                }
            }
        }
    }
}
