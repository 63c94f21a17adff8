/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

@Tag("slow")
class WebFluxManagementPortTests extends SentWritesOverHttp {

    WebFluxManagementPortTests() {
        super(WebApplicationType.REACTIVE, ReactiveMigrationsSecurity.class);
        property("management.server.port", "0");
        property("spring.autoconfigure.exclude", SECOND_SERVER);
    }
}
