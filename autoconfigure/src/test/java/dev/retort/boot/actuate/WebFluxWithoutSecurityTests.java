/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

@Tag("slow")
class WebFluxWithoutSecurityTests extends UnguardedOverHttp {

    WebFluxWithoutSecurityTests() {
        super(WebApplicationType.REACTIVE);
        property("spring.autoconfigure.exclude", SECURITY);
    }
}
