/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class WebFluxReadsTests extends ReadsOverHttp {

    WebFluxReadsTests() {
        super(WebApplicationType.REACTIVE, ReactiveMigrationsSecurity.class);
    }
}
