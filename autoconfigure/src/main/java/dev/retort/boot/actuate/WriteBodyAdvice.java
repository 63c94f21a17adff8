/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Inspects the body of a write under Spring MVC. An invalid body is only marked here; the operation refuses and audits
 * it. The bodies of other requests are not changed.
 */
@ControllerAdvice
final class WriteBodyAdvice extends RequestBodyAdviceAdapter {

    private final Supplier<PathMappedEndpoints> endpoints;

    WriteBodyAdvice(Supplier<PathMappedEndpoints> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && isWrite(request);
    }

    /** The matched pattern, which does not depend on how the request spells the path. */
    private boolean isWrite(RequestAttributes request) {
        String path = endpoints.get().getPath(EndpointId.of("migrations"));
        return path != null
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                        instanceof String pattern
                && pattern.startsWith(path + "/");
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        Inspection inspection = JsonBody.inspect(message.getBody().readNBytes(JsonBody.MAX_BYTES + 1));
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ServletInspection.ATTRIBUTE, inspection, RequestAttributes.SCOPE_REQUEST);
        return new Rewritten(message.getHeaders(), JsonBody.write(inspection.values()));
    }

    /** A request with the body that was read from the original. */
    private static final class Rewritten implements HttpInputMessage {

        private final HttpHeaders headers;
        private final byte[] body;

        Rewritten(HttpHeaders headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
