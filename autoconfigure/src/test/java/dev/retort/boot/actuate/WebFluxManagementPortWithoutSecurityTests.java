/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

@Tag("slow")
class WebFluxManagementPortWithoutSecurityTests extends UnguardedOverHttp {

    WebFluxManagementPortWithoutSecurityTests() {
        super(WebApplicationType.REACTIVE);
        property("spring.autoconfigure.exclude", SECURITY + "," + SECOND_SERVER);
        property("management.server.port", "0");
        property("management.server.base-path", "/internal");
        property("management.endpoints.web.base-path", "/");
        property("management.endpoints.web.path-mapping.migrations", "database");
        property("test.moved-to", "/internal/database");
    }
}
