/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

@Tag("nightly")
class MvcManagementPortPageTests extends PageOverHttp {

    MvcManagementPortPageTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class);
        property("management.server.port", "0");
    }
}
