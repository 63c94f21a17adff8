/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class WebFluxWritesTests extends WritesOverHttp {

    WebFluxWritesTests() {
        super(WebApplicationType.REACTIVE, ReactiveMigrationsSecurity.class);
    }
}
