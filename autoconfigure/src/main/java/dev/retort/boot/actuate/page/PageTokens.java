/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.page;

import dev.retort.internal.page.PageLinks.Token;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The CSRF tokens that Spring Security hands out to the requests that run now. Under Spring MVC an operation finds its own
 * in the request; under WebFlux {@link PageTokenFilter} keeps it here, under a key that is good for that request only.
 */
final class PageTokens {

    private static final boolean SERVLET = isPresent("org.springframework.security.web.csrf.CsrfToken")
            && isPresent("jakarta.servlet.http.HttpServletRequest")
            && isPresent("org.springframework.web.context.request.ServletRequestAttributes");

    private final Map<String, Token> open = new ConcurrentHashMap<>();

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, PageTokens.class.getClassLoader());
    }

    /** {@return the key of a token, until it is closed} */
    String open(Token token) {
        String key = UUID.randomUUID().toString();
        open.put(key, token);
        return key;
    }

    void close(String key) {
        open.remove(key);
    }

    /**
     * Finds the token of the request that runs.
     *
     * @param key the key that the filter put into the request; {@code null} when there is none
     */
    @Nullable
    Token find(@Nullable String key) {
        if (key != null) {
            return open.get(key);
        }
        return SERVLET ? CurrentRequest.find() : null;
    }

    /** Loaded only where there are servlets and Spring Security's filters. */
    private static final class CurrentRequest {

        private CurrentRequest() {}

        static @Nullable Token find() {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                            && attributes.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST)
                                    instanceof CsrfToken token
                    ? new Token(token.getHeaderName(), token.getToken())
                    : null;
        }
    }
}
