/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.page.PageDatabase.PageRun;
import dev.retort.internal.page.PageLogEntry.PageFailure;
import dev.retort.internal.page.StateSummary.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigrationsPageTests {

    private static final String HOSTILE = "</script><script>alert('x')</script> \"onload=\"1\" & \u0007";
    private static final PageLinks READER = new PageLinks("migrations", false, null);
    private static final PageLinks OPERATOR =
            new PageLinks("migrations", true, new PageLinks.Token("X-CSRF-TOKEN", HOSTILE));

    @Test
    void writesTextsThatAreNotOurOwnAsText() {
        String page = new MigrationsPage(HOSTILE, List.of(hostile())).linked(OPERATOR);

        assertThat(page).doesNotContain("<script>").doesNotContain("\"onload").doesNotContain("\u0007");
        assertThat(page.split("<script ", -1)).hasSize(3);
        assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)");
    }

    @Test
    void writesTextsThatAreNotOurOwnAsTextInAFileToo() {
        String page = new MigrationsPage(HOSTILE, List.of(hostile())).standalone(Map.of("aaaa", HOSTILE));

        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page).contains("\"aaaa\":\"\\u003c/script\\u003e\\u003cscript");
    }

    private static PageDatabase hostile() {
        return new PageDatabase(
                HOSTILE,
                new StateSummary(Level.BAD, HOSTILE),
                new PageRun(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                List.of(new PageRevision(
                        "aaaa",
                        List.of(),
                        List.of(),
                        List.of(HOSTILE),
                        HOSTILE,
                        "applied",
                        true,
                        null,
                        null,
                        HOSTILE,
                        List.of(HOSTILE))),
                List.of(entry(1, HOSTILE, new PageFailure(HOSTILE, HOSTILE, HOSTILE, HOSTILE))));
    }

    @Test
    void hasButtonsForThoseWhoMayOperateAlone() {
        MigrationsPage page = new MigrationsPage("shop", List.of(database(3, 1)));

        assertThat(page.linked(OPERATOR)).contains("data-operation=\"downgrade\"", "name=\"retort-csrf\"");
        assertThat(page.linked(READER)).doesNotContain("data-operation=", "retort-csrf");
        assertThat(page.standalone(Map.of()))
                .doesNotContain("data-operation=", "name=\"retort-csrf", "href=\"migrations");
    }

    @Test
    void allowsNoScriptOrStyleButItsOwn() {
        MigrationsPage page = new MigrationsPage("shop", List.of(database(3, 1)));

        assertThat(page.linked(READER))
                .contains("default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;;")
                .doesNotContain("style=", "<style", "onclick");
        assertThat(page.standalone(Map.of()))
                .containsPattern("script-src &#39;sha256-[A-Za-z0-9+/=]{44}&#39;; style-src &#39;sha256-")
                .doesNotContain(" src=", "unsafe-inline");
    }

    @Test
    void listsRevisionsAndLogWithoutAScript() {
        String page = new MigrationsPage("shop", List.of(database(2, 1))).linked(READER);

        assertThat(page)
                .contains("<tr class=\"applied\" data-p=\"000000000000\" data-h>")
                .contains("<a href=\"migrations/000000000001\">000000000001</a>")
                .contains("2026-11-22 22:51:45")
                .contains("SQLSTATE 42P07 at line 7");
    }

    @Test
    void leavesOutColumnsThatNoRevisionHas() {
        PageRevision pending = new PageRevision(
                "aaaa", List.of(), List.of(), List.of(), "first", "pending", true, null, null, null, List.of());
        StateSummary summary = new StateSummary(Level.NOTE, "1 revision is pending.");
        PageDatabase fresh = new PageDatabase("default", summary, null, List.of(pending), List.of());

        assertThat(new MigrationsPage("shop", List.of(fresh)).linked(READER)).contains("class=\"revisions bare\"");
        assertThat(new MigrationsPage("shop", List.of(database(1, 0))).linked(READER))
                .contains("class=\"revisions\"");
    }

    /** What a database of some years sends. */
    @Test
    void isSmallerThan300KilobytesWith1000RevisionsAnd200RowsOfTheLog() {
        String page = new MigrationsPage("shop", List.of(database(1000, 200))).linked(OPERATOR);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(300 * 1000);
    }

    static PageDatabase database(int revisions, int rows) {
        List<PageRevision> all = new ArrayList<>();
        for (int i = revisions - 1; i >= 0; i--) {
            List<String> parents = i == 0 ? List.of() : List.of(id(i - 1));
            all.add(new PageRevision(
                    id(i),
                    parents,
                    List.of(),
                    List.of(),
                    "add the column of an average name to the table " + i,
                    "applied",
                    i == revisions - 1,
                    Instant.parse("2026-11-22T22:51:45Z"),
                    Duration.ofMillis(21),
                    "postgres",
                    List.of()));
        }
        List<PageLogEntry> log = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            PageFailure failure =
                    new PageFailure("42P07", "line 7", "relation \"orders_of_customers\" already exists", null);
            log.add(entry(i, "add the column of an average name to the table " + i, failure));
        }
        return new PageDatabase("default", new StateSummary(Level.GOOD, "At head."), null, all, log);
    }

    private static String id(int number) {
        return String.format("%012x", number);
    }

    private static PageLogEntry entry(long id, String message, @Nullable PageFailure failure) {
        return new PageLogEntry(
                id,
                "upgrade",
                "failed",
                "aaaa",
                message,
                Instant.parse("2026-11-22T22:51:45Z"),
                Duration.ofMillis(21),
                "postgres",
                null,
                failure);
    }
}
