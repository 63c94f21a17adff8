/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

/** With Spring Boot's own security: the token is resolved by a filter. */
@Tag("nightly")
class WebFluxWriteInBrowserTests extends WriteInBrowser {

    WebFluxWriteInBrowserTests() {
        super(WebApplicationType.REACTIVE);
    }
}
