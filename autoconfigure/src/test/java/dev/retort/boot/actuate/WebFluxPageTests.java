/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class WebFluxPageTests extends PageOverHttp {

    WebFluxPageTests() {
        super(WebApplicationType.REACTIVE, ReactiveMigrationsSecurity.class);
    }
}
