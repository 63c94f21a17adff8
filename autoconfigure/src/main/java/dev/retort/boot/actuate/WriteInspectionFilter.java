/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inspects writes under WebFlux, after Spring Security's filters and on the management port too. It replaces the query
 * string with the key of the inspection: the operation refuses a request without one.
 */
final class WriteInspectionFilter implements WebFilter, Ordered {

    private final OpenInspections inspections;
    private final Supplier<List<PathPattern>> writes;

    WriteInspectionFilter(OpenInspections inspections, Supplier<PathMappedEndpoints> endpoints) {
        this.inspections = inspections;
        this.writes = SingletonSupplier.of(() -> patterns(endpoints.get()));
    }

    private static List<PathPattern> patterns(PathMappedEndpoints endpoints) {
        String path = endpoints.getPath(EndpointId.of("migrations"));
        return path == null ? List.of() : List.of(PathPatternParser.defaultInstance.parse(path + "/{*operation}"));
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isWrite(exchange.getRequest()) ? inspect(exchange, chain) : chain.filter(exchange);
    }

    private boolean isWrite(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && writes.get().stream()
                        .anyMatch(pattern -> pattern.matches(request.getPath().pathWithinApplication()));
    }

    private Mono<Void> inspect(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return DataBufferUtils.join(request.getBody(), JsonBody.MAX_BYTES)
                .map(WriteInspectionFilter::inspect)
                .defaultIfEmpty(Inspection.NOTHING_SENT)
                .onErrorReturn(DataBufferLimitException.class, JsonBody.tooLong())
                .map(inspection -> inspection.withQuery(request.getURI().getRawQuery()))
                .flatMap(inspection -> Mono.using(
                        () -> inspections.open(inspection),
                        key -> chain.filter(exchange.mutate()
                                .request(rewritten(exchange, key, inspection))
                                .build()),
                        inspections::close));
    }

    private static Inspection inspect(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return JsonBody.inspect(bytes);
    }

    /** The request with the key of its inspection as query string, and with the inspected body. */
    private static ServerHttpRequest rewritten(ServerWebExchange exchange, String key, Inspection inspection) {
        ServerHttpRequest request = exchange.getRequest();
        byte[] body = inspection.values().isEmpty() ? new byte[0] : JsonBody.write(inspection.values());
        URI uri = UriComponentsBuilder.fromUri(request.getURI())
                .replaceQuery(key)
                .build(true)
                .toUri();
        ServerHttpRequest withKey = request.mutate()
                .uri(uri)
                .headers(headers -> headers.setContentLength(body.length))
                .build();
        Flux<DataBuffer> replayed = body.length == 0
                ? Flux.empty()
                : Flux.defer(
                        () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
        return new ServerHttpRequestDecorator(withKey) {

            @Override
            public Flux<DataBuffer> getBody() {
                return replayed;
            }
        };
    }
}
