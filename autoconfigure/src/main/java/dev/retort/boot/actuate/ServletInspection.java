/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The inspection of {@link WriteBodyAdvice} for the request on this thread. */
final class ServletInspection {

    static final String ATTRIBUTE = ServletInspection.class.getName();

    private static final boolean SERVLET = ClassUtils.isPresent(
                    "org.springframework.web.context.request.ServletRequestAttributes",
                    ServletInspection.class.getClassLoader())
            && ClassUtils.isPresent(
                    "jakarta.servlet.http.HttpServletRequest", ServletInspection.class.getClassLoader());

    private ServletInspection() {}

    /** {@return the inspection; {@code null} outside of a servlet request} */
    static @Nullable Inspection find() {
        return SERVLET ? CurrentRequest.find() : null;
    }

    /** Loaded only in a servlet application. */
    private static final class CurrentRequest {

        private CurrentRequest() {}

        static @Nullable Inspection find() {
            if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
                return null;
            }
            Object found = attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
            Inspection body = found instanceof Inspection inspection ? inspection : Inspection.NOTHING_SENT;
            return body.withQuery(attributes.getRequest().getQueryString());
        }
    }
}
