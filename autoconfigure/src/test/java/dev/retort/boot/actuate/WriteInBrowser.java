/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

/** A write from the page where Spring Security requires a CSRF token: the page finds and sends it. */
abstract class WriteInBrowser extends MigrationsOverHttp {

    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    WriteInBrowser(WebApplicationType type, Class<?>... sources) {
        super(type, sources);
        property("management.endpoint.migrations.access", "unrestricted");
        property("spring.security.user.name", "operator");
        property("spring.security.user.password", "operator");
        property("spring.security.user.roles", "MIGRATIONS_ADMIN");
    }

    @BeforeAll
    void startBrowser() {
        browser = Browser.start(true);
    }

    @AfterAll
    void stopBrowser() {
        browser.close();
    }

    @Test
    void downgradesAndUpgradesAgain() {
        browser.open(application().url("/actuator/migrations"), "operator");

        run("Downgrade", SECOND);
        assertIsAt(SECOND);
        run("Upgrade", THIRD);
        assertIsAt(THIRD);
        assertThat(audit().events())
                .hasSize(4)
                .allMatch(each -> each.getPrincipal().equals("operator"));
        browser.assertNoComplaints();
    }

    private void run(String operation, String target) {
        browser.button(operation + "…").click();
        browser.button("Show what it would do").click();
        browser.waitForText("dialog button.act", operation + " default to " + target);
        browser.the("dialog button.act").click();
        browser.waitForText("dialog [role=status]", "Done: the database default is at " + target + ".");
        browser.button("Close").click();
        browser.waitForText(".summary", target);
    }
}
