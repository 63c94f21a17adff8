/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.page;

import dev.retort.internal.page.PageLinks.Token;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Resolves the CSRF token of a request for the page under WebFlux, where an operation sees only the values of its
 * request: the key of the token is passed as one of them.
 */
final class PageTokenFilter implements WebFilter, Ordered {

    /** The parameter of the operation. */
    private static final String KEY = "csrf";

    private final PageTokens tokens;
    private final Supplier<List<PathPattern>> page;

    PageTokenFilter(PageTokens tokens, Supplier<PathMappedEndpoints> endpoints) {
        this.tokens = tokens;
        this.page = SingletonSupplier.of(() -> patterns(endpoints.get()));
    }

    private static List<PathPattern> patterns(PathMappedEndpoints endpoints) {
        String path = endpoints.getPath(EndpointId.of("migrations"));
        return path == null ? List.of() : List.of(PathPatternParser.defaultInstance.parse(path));
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Object token = exchange.getAttribute(CsrfToken.class.getName());
        if (!(token instanceof Mono<?> resolved) || !isForPage(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return resolved.cast(CsrfToken.class)
                .map(each -> new Token(each.getHeaderName(), each.getToken()))
                .flatMap(each -> Mono.using(
                        () -> tokens.open(each),
                        key -> chain.filter(exchange.mutate()
                                        .request(withKey(exchange.getRequest(), key))
                                        .build())
                                .thenReturn(true),
                        tokens::close))
                .switchIfEmpty(Mono.defer(() -> chain.filter(exchange).thenReturn(true)))
                .then();
    }

    private boolean isForPage(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod())
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                && page.get().stream()
                        .anyMatch(pattern -> pattern.matches(request.getPath().pathWithinApplication()));
    }

    private static ServerHttpRequest withKey(ServerHttpRequest request, String key) {
        URI uri = UriComponentsBuilder.fromUri(request.getURI())
                .replaceQueryParam(KEY, key)
                .build(true)
                .toUri();
        return request.mutate().uri(uri).build();
    }
}
