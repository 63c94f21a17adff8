/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.springframework.boot.WebApplicationType;

class MvcAnonymousTests extends UnguardedOverHttp {

    MvcAnonymousTests() {
        super(WebApplicationType.SERVLET, OpenSecurity.class, Users.class);
    }
}
