/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class WebFluxSentWritesTests extends SentWritesOverHttp {

    WebFluxSentWritesTests() {
        super(WebApplicationType.REACTIVE, ReactiveMigrationsSecurity.class);
    }
}
