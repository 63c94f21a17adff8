/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

/** Here the token of an anonymous caller arrives as a principal, with the operators' role. */
@Tag("slow")
class WebFluxAnonymousTests extends UnguardedOverHttp {

    WebFluxAnonymousTests() {
        super(WebApplicationType.REACTIVE, OpenSecurity.class, Users.class);
    }
}
