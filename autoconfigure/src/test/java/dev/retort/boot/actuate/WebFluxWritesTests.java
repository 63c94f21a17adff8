/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

@Tag("slow")
class WebFluxWritesTests extends WritesOverHttp {

    WebFluxWritesTests() {
        super(WebApplicationType.REACTIVE, ReactiveMigrationsSecurity.class);
    }
}
