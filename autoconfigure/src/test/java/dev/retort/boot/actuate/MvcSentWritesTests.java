/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

@Tag("slow")
class MvcSentWritesTests extends SentWritesOverHttp {

    MvcSentWritesTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class);
    }
}
