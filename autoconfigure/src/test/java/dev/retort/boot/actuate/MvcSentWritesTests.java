/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class MvcSentWritesTests extends SentWritesOverHttp {

    MvcSentWritesTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class);
    }
}
