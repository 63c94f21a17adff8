/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.WebApplicationType;

/** With Spring Boot's own security: the token is an attribute of the request. */
@Tag("slow")
class MvcWriteInBrowserTests extends WriteInBrowser {

    MvcWriteInBrowserTests() {
        super(WebApplicationType.SERVLET);
    }
}
