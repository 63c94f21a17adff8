/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.page.StateSummary.Level;
import dev.retort.test.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser lays out and draws only what the window shows of many revisions. */
@Tag("slow")
class LongGraphInBrowserTests {

    private static Browser browser;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start(true);
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
    }

    @Test
    void drawsPartsThatContinueEachOtherAsTheWindowReachesThem() throws IOException {
        open();

        assertThat(browser.all("tbody:nth-of-type(1) .mark")).hasSize(50);
        assertThat(browser.all("tbody:nth-of-type(3) .mark")).isEmpty();
        browser.run("document.querySelector('tbody:nth-of-type(3)').scrollIntoView()");
        browser.waitFor(any -> browser.all("tbody:nth-of-type(3) .mark").size() == 30);
        browser.run("scrollTo(0, 0)");
        browser.waitFor(any -> browser.all("tbody:nth-of-type(2) .mark").size() == 50);

        for (int part = 1; part <= 3; part++) {
            assertThat(marksApart(part)).as("part %d", part).isEqualTo(0L);
        }
        assertThat(lanesAtEdge(1, "bottom")).hasSize(2).isEqualTo(lanesAtEdge(2, "top"));
        assertThat(lanesAtEdge(2, "bottom")).hasSize(2).isEqualTo(lanesAtEdge(3, "top"));
        browser.assertNoComplaints();
    }

    @Test
    void showsNothingOfPartsInWhichASearchFindsNothing() throws IOException {
        open();

        browser.the(".tools input").sendKeys("revision 12");

        browser.waitForText(".found", "10 of 130 revisions");
        browser.waitFor(any -> browser.all(".mark").size() == 10);
        assertThat(browser.all("tbody[hidden]")).hasSize(1);
        assertThat(browser.all(".line")).isEmpty();
    }

    private void open() throws IOException {
        StateSummary summary = new StateSummary(Level.PLAIN, "130 revisions.");
        PageDatabase database = new PageDatabase("shop", summary, null, revisions(), List.of());
        browser.openFile(Files.writeString(
                folder.resolve("graph.html"), new MigrationsPage("shop", List.of(database)).standalone(Map.of())));
    }

    /** A branch from top to bottom, a dependency beside it, messages of several lines and from right to left. */
    private static List<PageRevision> revisions() {
        List<PageRevision> revisions = new ArrayList<>();
        for (int i = 129; i >= 0; i--) {
            List<String> parents = i == 0 ? List.of() : List.of("r" + Math.max(0, i == 129 ? 10 : i - 1));
            List<String> dependsOn = i == 128 ? List.of("r3") : List.of();
            String message = i == 127
                    ? "\u05d4\u05d5\u05e1\u05e3 \u05e2\u05de\u05d5\u05d3\u05d4 (email) \u05dc\u05dc\u05e7\u05d5\u05d7"
                    : "revision " + i + (i % 7 == 0 ? " whose message is long".repeat(12) : "");
            revisions.add(new PageRevision(
                    "r" + i, parents, dependsOn, List.of(), message, "applied", i > 127, null, null, null, List.of()));
        }
        return revisions;
    }

    private Object marksApart(int part) {
        Object apart = browser.run("const body = document.querySelector('tbody:nth-of-type(" + part + ")');" + """
            const rows = [...body.querySelectorAll('tr')].map(r => r.getBoundingClientRect());
            const marks = [...body.querySelectorAll('.mark')].map(m => m.getBoundingClientRect());
            return rows.filter((row, i) => marks[i].top < row.top || marks[i].bottom > row.bottom).length;""");
        return Objects.requireNonNull(apart);
    }

    /** {@return where lines cross the edge of a part} */
    private List<?> lanesAtEdge(int part, String edge) {
        Object lanes = browser.run(
                "const edge = '" + edge + "', body = document.querySelector('tbody:nth-of-type(" + part + ")');" + """
            const height = Math.ceil(body.getBoundingClientRect().height);
            const paths = body.querySelector('.line').getAttribute('d').split('M').filter(d => d).map(d => {
              const numbers = d.split(/[^-0-9.]+/).filter(n => n).map(Number);
              const straight = d.lastIndexOf('V') > d.lastIndexOf('C');
              const last = straight ? [null, numbers.at(-1)] : numbers.slice(-2);
              const before = d.includes('C') ? numbers.at(straight ? -3 : -2) : numbers[0];
              return { first: numbers.slice(0, 2), last: [last[0] ?? before, last[1]] };
            });
            return paths.filter(p => edge === 'top' ? p.first[1] === 0 : p.last[1] === height)
              .map(p => edge === 'top' ? p.first[0] : p.last[0]).sort((a, b) => a - b);""");
        return (List<?>) Objects.requireNonNull(lanes);
    }
}
