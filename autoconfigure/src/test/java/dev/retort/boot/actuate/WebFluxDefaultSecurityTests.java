/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@Tag("slow")
class WebFluxDefaultSecurityTests extends DefaultSecurityOverHttp {

    WebFluxDefaultSecurityTests() {
        super(WebApplicationType.REACTIVE, Tokens.class);
    }

    /** Returns the token, as a page of the application does. */
    @RestController
    static final class Tokens {

        @GetMapping("/csrf")
        Mono<String> csrf(ServerWebExchange exchange) {
            Mono<CsrfToken> token = Objects.requireNonNull(exchange.getAttribute(CsrfToken.class.getName()));
            return token.map(CsrfToken::getToken);
        }
    }

    @Override
    int refusal() {
        return 403;
    }

    @Test
    void hasTheBodyOfSpringSecurity() throws Exception {
        assertThat(post("X-None", "none").body()).isEqualTo("Access Denied");
    }
}
