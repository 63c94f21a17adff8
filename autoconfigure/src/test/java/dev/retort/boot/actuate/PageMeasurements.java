/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

/**
 * How long the page of 1,000 revisions and 200 rows of the log takes, from the request to the drawn graph. Not a test: it asserts
 * nothing on time. {@code mvn -pl autoconfigure -am test -Dtest=PageMeasurements -Dsurefire.failIfNoSpecifiedTests=false}
 * prints it.
 */
class PageMeasurements extends MigrationsOverHttp {

    private static final int REVISIONS = 1000;
    private static final int ROUNDS = 11;

    private final Path scripts;

    PageMeasurements() throws IOException {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class, Users.class);
        scripts = Files.createTempDirectory("retort-page");
        for (int i = 0; i < REVISIONS; i++) {
            Files.writeString(
                    scripts.resolve(id(i) + ".sql"),
                    "-- revision: " + id(i) + "\n-- down_revision: " + (i == 0 ? "" : id(i - 1))
                            + "\n-- message: add the column of an average name to the table " + i
                            + "\n\n-- migrate: upgrade\nSELECT " + i + ";\n\n-- migrate: downgrade\nSELECT " + i
                            + ";\n");
        }
        property("retort.locations", "filesystem:" + scripts);
    }

    private static String id(int number) {
        return String.format("%012x", number);
    }

    @AfterAll
    void deleteScripts() throws IOException {
        for (int i = 0; i < REVISIONS; i++) {
            Files.delete(scripts.resolve(id(i) + ".sql"));
        }
        Files.delete(scripts);
    }

    @Test
    void measures() {
        try (Browser browser = Browser.start(true)) {
            String url = application().url("/actuator/migrations");
            List<Long> server = new ArrayList<>();
            List<Long> drawn = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                browser.open(url, Users.OPERATOR);
                server.add(milliseconds(browser, "responseEnd"));
                drawn.add(milliseconds(browser, "loadEventEnd"));
                assertThat(browser.run("return document.querySelectorAll('.revisions tbody tr').length"))
                        .isEqualTo((long) REVISIONS);
                assertThat(browser.run("return document.querySelectorAll('svg .mark').length"))
                        .isEqualTo(50L);
            }
            int bytes = application()
                    .get(Users.OPERATOR, "/actuator/migrations", "text/html")
                    .text()
                    .getBytes(StandardCharsets.UTF_8)
                    .length;
            System.out.printf(
                    "%d revisions: %d bytes of HTML; received after %s, drawn after %s%n",
                    REVISIONS, bytes, summary(server), summary(drawn));
        }
    }

    private static long milliseconds(Browser browser, String event) {
        Object time = browser.run("return performance.getEntriesByType('navigation')[0]." + event);
        return ((Number) Objects.requireNonNull(time)).longValue();
    }

    private static String summary(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) + " ms (fastest " + sorted.get(0) + ", slowest "
                + sorted.get(sorted.size() - 1) + ")";
    }
}
