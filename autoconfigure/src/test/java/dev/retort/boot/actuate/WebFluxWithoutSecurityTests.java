/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class WebFluxWithoutSecurityTests extends UnguardedOverHttp {

    WebFluxWithoutSecurityTests() {
        super(WebApplicationType.REACTIVE);
        property("spring.autoconfigure.exclude", SECURITY);
    }
}
