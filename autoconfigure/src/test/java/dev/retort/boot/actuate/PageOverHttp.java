/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.RunningApplication.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

/** Which clients get the page and which JSON, for all web stacks and ports. */
abstract class PageOverHttp extends MigrationsOverHttp {

    static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    PageOverHttp(WebApplicationType type, Class<?> security) {
        super(type, security, Users.class);
        property("management.endpoint.migrations.access", "unrestricted");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*/*", "application/json", "application/vnd.spring-boot.actuator.v3+json", "application/*"})
    void sendsJsonToAllThatDoNotAcceptHtml(@Nullable String accept) {
        Answer answer = application().get(READER, "/actuator/migrations", accept);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.contentType()).contains("json");
        assertThat(answer.at("/contexts/application/databases/default/summary/text")
                        .asString())
                .isEqualTo("At head: " + THIRD + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {BROWSER, "text/html"})
    void sendsThePageToABrowser(String accept) {
        Answer answer = application().get(READER, "/actuator/migrations", accept);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html").containsIgnoringCase("utf-8");
        assertThat(answer.text()).startsWith("<!DOCTYPE html>").contains("At head: " + THIRD + ".");
    }

    @Test
    void hasNoPicture() {
        assertThat(application()
                        .get(READER, "/actuator/migrations", "image/png")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void sendsARevisionAsJsonToABrowserToo() {
        Answer answer = application().get(READER, "/actuator/migrations/" + FIRST, BROWSER);

        assertThat(answer.at("/revision").asString()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @CsvSource({"page.js, text/javascript", "graph.js, text/javascript", "page.css, text/css"})
    void sendsTheAssets(String name, String type) {
        Answer answer = application().get(READER, "/actuator/migrations/assets/" + name, "*/*");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
        assertThat(answer.text()).contains("SPDX-License-Identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assets/page.html", "assets/MigrationsPage.class", "other/page.js", "assets/..%2Fpage.js"})
    void sendsNoOtherFile(String path) {
        assertThat(application()
                        .get(READER, "/actuator/migrations/" + path, "*/*")
                        .status())
                .isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/assets/page.js"})
    void sendsNothingToStrangers(String path) {
        Answer answer = application().get(null, "/actuator/migrations" + path, BROWSER);

        assertThat(answer.status()).isIn(302, 401);
        assertThat(answer.text()).doesNotContain(THIRD, "SPDX-License-Identifier");
    }

    @Test
    void hasButtonsForOperatorsAlone() {
        assertThat(page(OPERATOR, "")).contains("data-operation=\"downgrade\"");
        assertThat(page(READER, "")).doesNotContain("data-operation");
    }

    @Test
    void showsAReaderNoDatabaseUser() {
        assertThat(page(OPERATOR, "")).contains("postgres");
        assertThat(page(READER, "")).doesNotContain("postgres");
    }

    @Test
    void pagesThroughTheLog() {
        String id = database().query("SELECT min(id) FROM retort_history").get(0);
        assertThat(page(READER, "?before=" + (Long.parseLong(id) + 1)).split("<td>upgrade", -1))
                .hasSize(2);
    }

    @Test
    void reportsOnAPageWhyARequestCannotBeUsed() {
        Answer answer = application().get(READER, "/actuator/migrations?limit=0", BROWSER);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.text()).contains("The parameter &#39;limit&#39; is invalid.");
    }

    private String page(String user, String query) {
        Answer answer = application().get(user, "/actuator/migrations" + query, BROWSER);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }
}
