/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class MvcDefaultSecurityTests extends DefaultSecurityOverHttp {

    MvcDefaultSecurityTests() {
        super(WebApplicationType.SERVLET, Tokens.class);
    }

    /** Returns the token, as a page of the application does. */
    @RestController
    static final class Tokens {

        @GetMapping("/csrf")
        String csrf(CsrfToken token) {
            return token.getToken();
        }
    }

    @Override
    int refusal() {
        return 401;
    }

    @Test
    void hasNoBodyWithAReason() throws Exception {
        assertThat(post("X-None", "none").body()).isEmpty();
    }
}
