/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class MvcReadsTests extends ReadsOverHttp {

    MvcReadsTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class);
    }
}
