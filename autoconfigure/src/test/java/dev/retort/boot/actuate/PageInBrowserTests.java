/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.page.MigrationsPage;
import dev.retort.internal.page.PageDatabase;
import dev.retort.internal.page.PageRevision;
import dev.retort.internal.page.StateSummary;
import dev.retort.internal.page.StateSummary.Level;
import dev.retort.run.RunRequest;
import dev.retort.run.StatementFailedException;
import dev.retort.test.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.WebApplicationType;

/** Uses the page in Chromium, and takes the pictures of README, quickstart and actuator.md. */
class PageInBrowserTests extends MigrationsOverHttp {

    private static final String HEAD = "29c05e6d8b1a";
    private static final String BEFORE_HEAD = "1b7f93e8a04d";

    private final Path more;
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    PageInBrowserTests() throws IOException {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class, Users.class);
        more = Files.createTempDirectory("retort-page");
        property("retort.locations", "classpath:actuate/shop,filesystem:" + more);
        property("retort.lock-timeout", "30s");
        property("management.endpoint.migrations.access", "unrestricted");
        property("spring.application.name", "shop");
    }

    @BeforeAll
    void startBrowser() {
        browser = Browser.start(true);
    }

    @BeforeEach
    void resetBrowser() {
        browser.size(1280, 900);
        browser.dark(false);
    }

    @AfterEach
    void forgetAddedRevisions() throws IOException {
        try (Stream<Path> files = Files.list(more)) {
            files.forEach(PageInBrowserTests::delete);
        }
    }

    @AfterAll
    void stopBrowser() throws IOException {
        browser.close();
        Files.delete(more);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String id, String down, String message, String upgrade) throws IOException {
        Files.writeString(
                more.resolve(id + ".sql"),
                "-- revision: " + id + "\n-- down_revision: " + down + "\n-- message: " + message
                        + "\n\n-- migrate: upgrade\n" + upgrade
                        + "\n\n-- migrate: downgrade\n-- migrate: irreversible a test\n");
    }

    private void open(String user) {
        browser.open(application().url("/actuator/migrations"), user);
    }

    @Test
    void showsADatabaseAtHeadWithItsGraphAndItsLog() {
        open(OPERATOR);

        assertThat(browser.text(".summary")).isEqualTo("At head: " + HEAD + ".");
        assertThat(browser.all(".graph svg .mark")).hasSize(10);
        assertThat(browser.all(".graph svg .ring")).hasSize(1);
        assertThat(browser.all(".log tbody tr")).hasSize(10);
        assertThat(browser.all(".graph svg .line.dependency").get(0).getDomAttribute("d"))
                .startsWith("M");
        browser.screenshot("page-at-head");
        browser.assertNoComplaints();
    }

    /** Each mark is at the height of its row, and lines lead from marks to marks. */
    @Test
    void drawsEachMarkBesideItsRow() {
        open(READER);

        Object apart = browser.run("""
            const rows = [...document.querySelectorAll('.revisions tbody tr')].map(r => r.getBoundingClientRect());
            const marks = [...document.querySelectorAll('svg .mark')].map(m => m.getBoundingClientRect());
            return rows.filter((row, i) => marks[i].top < row.top || marks[i].bottom > row.bottom).length;""");
        assertThat(apart).isEqualTo(0L);
        assertThat(browser.run("return new Set([...document.querySelectorAll('svg .mark')]"
                        + ".map(m => m.getAttribute('transform').split(' ')[0])).size"))
                .as("lanes")
                .isEqualTo(2L);
    }

    @Test
    void showsPendingRevisionsAndBranches() throws IOException {
        retort().downgrade(RunRequest.by("alice", BEFORE_HEAD));
        add("41d8f0a2c6e3", HEAD, "add the weight of a product", "ALTER TABLE products ADD COLUMN weight int;");
        add("5a07be914f2c", HEAD, "create deliveries", "CREATE TABLE deliveries (id int);");
        open(OPERATOR);

        assertThat(browser.all(".graph svg .mark.pending")).hasSize(3);
        assertThat(browser.text(".summary")).matches("At 1b7f93e8a04d, 3 revisions are pending\\.");
        browser.screenshot("page-pending");
        browser.dark(true);
        browser.screenshot("page-dark");
        browser.dark(false);
        browser.size(390, 844);
        browser.waitFor(any -> browser.all(".graph svg .mark").size() == 12);
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        browser.screenshot("page-phone");
        browser.assertNoComplaints();
    }

    @Tag("slow")
    @Test
    void showsWhoHoldsTheDatabase() {
        retort().downgrade(RunRequest.by("alice", BEFORE_HEAD));
        open(READER);

        assertThat(browser.text(".summary")).matches("Held at 1b7f93e8a04d by a downgrade of \\S+ by alice: .*");
    }

    @Tag("slow")
    @Test
    void followsARunWithWhatBlocksIt() throws Exception {
        add("41d8f0a2c6e3", HEAD, "add a note to orders", "ALTER TABLE orders ADD COLUMN note text;");
        CompletableFuture<Void> run;
        try (Connection blocker = database().connect();
                Statement statement = blocker.createStatement()) {
            statement.execute("SET application_name = 'night report'");
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN ACCESS SHARE MODE");
            run = CompletableFuture.runAsync(() -> retort().upgrade(RunRequest.by("alice", "head")));
            browser.waitFor(any -> {
                open(OPERATOR);
                return browser.all(".running").stream()
                        .anyMatch(each -> each.getText().contains("night report"));
            });

            assertThat(browser.text(".summary")).startsWith("A run is going on.");
            assertThat(browser.text(".running")).contains("ALTER TABLE orders ADD COLUMN note text");
            browser.screenshot("page-blocked");
        }
        run.join();
        browser.waitForText(".summary", "At head: 41d8f0a2c6e3.");
        browser.assertNoComplaints();
    }

    @Test
    void showsWhatFailed() throws IOException {
        add("41d8f0a2c6e3", HEAD, "add the status of orders", "ALTER TABLE orders ADD COLUMN status text;");
        assertThatThrownBy(() -> retort().upgrade(RunRequest.by("alice", "head")))
                .isInstanceOf(StatementFailedException.class);
        open(OPERATOR);

        assertThat(browser.text(".summary"))
                .isEqualTo("The last run failed at 41d8f0a2c6e3, line 6 (SQLSTATE 42701). At " + HEAD
                        + ", 1 revision is pending.");
        assertThat(browser.text(".log tr.failed .failure"))
                .contains("41d8f0a2c6e3.sql:6", "column \"status\" of relation \"orders\" already exists");
        browser.screenshot("page-failed");

        open(READER);
        assertThat(browser.text(".log tr.failed .failure")).isEqualTo("SQLSTATE 42701 at line 6");
    }

    @Tag("slow")
    @Test
    void findsRevisions() {
        open(READER);

        browser.the(".tools input").sendKeys("cancel");

        browser.waitForText(".found", "3 of 10 revisions");
        assertThat(browser.all(".revisions tbody tr:not(.out)")).hasSize(3);
        assertThat(browser.all(".graph svg .mark")).hasSize(3);
        browser.the(".tools input").clear();
        browser.the(".tools input").sendKeys(Keys.SPACE);
        browser.waitFor(any -> browser.all(".graph svg .mark").size() == 10);
    }

    @Test
    void showsARevisionWithItsScriptToAnOperator() {
        open(OPERATOR);

        browser.all(".revisions tbody tr").get(0).click();

        browser.waitForText("dialog pre", "CREATE INDEX CONCURRENTLY ix_orders_customer");
        assertThat(browser.text("dialog")).contains("Revision " + HEAD, "index orders by customer", "has a downgrade");
        browser.screenshot("page-revision");
        browser.focused().sendKeys(Keys.ESCAPE);
        browser.waitFor(any -> browser.all("dialog").isEmpty());
        browser.assertNoComplaints();
    }

    @Tag("slow")
    @Test
    void showsAReaderThatScriptsAreForOthers() {
        open(READER);

        browser.all(".revisions tbody tr").get(0).click();

        browser.waitForText("dialog", "The script is shown to those who may see SQL");
        assertThat(browser.all("dialog pre")).isEmpty();
        assertThat(browser.all("[data-operation]")).isEmpty();
    }

    @Test
    void isUsedWithTheKeyboardAlone() {
        open(OPERATOR);
        browser.run("document.querySelector('.revisions a').focus()");

        browser.focused().sendKeys(Keys.ARROW_DOWN);
        assertThat(browser.focused().getText()).isEqualTo(BEFORE_HEAD);
        browser.focused().sendKeys(Keys.ENTER);
        browser.waitForText("dialog h2", "Revision " + BEFORE_HEAD);
        browser.waitForText("dialog pre", "currency");
        assertThat(browser.focused().getText()).isEqualTo("Close");
        browser.focused().sendKeys(Keys.ENTER);
        browser.waitFor(any -> browser.all("dialog").isEmpty());
    }

    @Test
    void showsADryRunInWordsBeforeItDowngrades() {
        open(OPERATOR);

        browser.button("Downgrade…").click();
        browser.button("Show what it would do").click();
        browser.waitForText("dialog pre", "DROP INDEX CONCURRENTLY ix_orders_customer");
        assertThat(browser.text("dialog [role=status] p"))
                .isEqualTo("Downgrade of the database default reverses 1 revision. It goes from " + HEAD + " to "
                        + BEFORE_HEAD + ". Then it is held: starting services do not upgrade it.");
        browser.screenshot("page-downgrade");
        assertIsAt(HEAD);

        browser.button("Downgrade default to " + BEFORE_HEAD).click();
        browser.waitForText("dialog .done", "Done: the database default is at " + BEFORE_HEAD + ".");
        assertIsAt(BEFORE_HEAD);
        browser.button("Close").click();
        browser.waitForText(".summary", "Held at " + BEFORE_HEAD);
        assertThat(onlyPrincipals()).containsExactly(OPERATOR, OPERATOR);
        browser.assertNoComplaints();
    }

    private List<String> onlyPrincipals() {
        return audit().events().stream().map(event -> event.getPrincipal()).toList();
    }

    @Tag("slow")
    @Test
    void reportsWhyAnOperationIsRefused() {
        open(OPERATOR);

        browser.button("Upgrade…").click();
        WebElement target = browser.the("dialog input");
        target.clear();
        target.sendKeys("nosuch", Keys.ENTER);

        browser.waitForText("dialog .problem", "No revision or branch 'nosuch' exists.");
        assertThat(browser.all("dialog button.act")).isEmpty();
    }

    @Test
    void showsTextsOfScriptsAsText() throws IOException {
        String hostile = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
        add("41d8f0a2c6e3", HEAD, hostile, "SELECT 1; -- </pre><script>document.title='run'</script>");
        open(OPERATOR);

        assertThat(browser.all(".revisions tbody tr").get(0).getText()).contains(hostile);
        browser.all(".revisions tbody tr").get(0).click();
        browser.waitForText("dialog pre", "</pre><script>");
        assertThat(browser.run("return document.title")).isEqualTo("Migrations of shop");
        assertThat(browser.all("main img, dialog img")).isEmpty();
        browser.assertNoComplaints();
    }

    @Tag("slow")
    @Test
    void listsRevisionsAndLogWithoutJavaScript() {
        try (Browser plain = Browser.start(false)) {
            plain.open(application().url("/actuator/migrations"), READER);

            assertThat(plain.text(".summary")).isEqualTo("At head: " + HEAD + ".");
            assertThat(plain.all(".revisions tbody tr")).hasSize(10);
            assertThat(plain.all(".log tbody tr")).hasSize(10);
            assertThat(plain.text("noscript")).contains("need JavaScript");
            assertThat(plain.all(".tools")).noneMatch(WebElement::isDisplayed);
        }
    }

    @Test
    void isOneFileWithItsScriptsAsGraphWritesIt() throws IOException {
        List<PageRevision> revisions =
                retort().status().revisions().stream().map(PageRevision::of).toList();
        StateSummary summary = new StateSummary(Level.PLAIN, "10 revisions.");
        PageDatabase database = new PageDatabase("shop", summary, null, revisions, List.of());
        Path file = Files.writeString(
                more.resolve("graph.html"),
                new MigrationsPage("shop", List.of(database)).standalone(Map.of(HEAD, "CREATE </script> INDEX")));
        browser.openFile(file);

        assertThat(browser.all(".graph svg .mark")).hasSize(10);
        browser.all(".revisions tbody tr").get(0).click();
        browser.waitForText("dialog pre", "CREATE </script> INDEX");
        browser.assertNoComplaints();
    }
}
