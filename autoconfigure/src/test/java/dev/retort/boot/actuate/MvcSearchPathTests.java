/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class MvcSearchPathTests extends SearchPathOverHttp {

    MvcSearchPathTests() {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class);
    }
}
