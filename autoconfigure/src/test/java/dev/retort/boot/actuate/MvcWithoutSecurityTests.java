/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class MvcWithoutSecurityTests extends UnguardedOverHttp {

    MvcWithoutSecurityTests() {
        super(WebApplicationType.SERVLET);
        property("spring.autoconfigure.exclude", SECURITY);
    }
}
