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
 * The CSRF tokens of Spring Security for requests in progress. Under Spring MVC an operation reads its token from the
 * request; under WebFlux {@link PageTokenFilter} stores it here, under a key that is valid for that request only.
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
     * Finds the token of the current request.
     *
     * @param key the key from the filter; {@code null} without one
     */
    @Nullable
    Token find(@Nullable String key) {
        if (key != null) {
            return open.get(key);
        }
        return SERVLET ? CurrentRequest.find() : null;
    }

    /** Loaded only in a servlet application with Spring Security. */
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
