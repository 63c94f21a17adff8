/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class MvcManagementPortPageTests extends PageOverHttp {

    MvcManagementPortPageTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class);
        property("management.server.port", "0");
    }
}
