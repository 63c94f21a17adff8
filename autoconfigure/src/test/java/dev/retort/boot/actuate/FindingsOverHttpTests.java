/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.run.RunRequest;
import dev.retort.test.Browser;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

/** What the build's lint found in a revision, at the endpoint and on the page, as long as the revision is pending. */
@Tag("slow")
class FindingsOverHttpTests extends MigrationsOverHttp {

    private static final Path FILE = Path.of("META-INF", "retort", "lint.json");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader jar;
    private final Path folder;

    /** The application's class path has the findings of a build. */
    FindingsOverHttpTests() throws IOException {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class, Users.class);
        folder = Files.createTempDirectory("retort-findings");
        Project project = new Project(folder, TestDatabase.none().dataSource())
                .revision("a1", null, "CREATE TABLE orders (id int);", "DROP TABLE orders;")
                .revision("b2", "a1", "ALTER TABLE orders ALTER COLUMN id TYPE bigint;", "SELECT 1;");
        Files.createDirectories(folder.resolve(FILE).getParent());
        Files.writeString(folder.resolve(FILE), """
                {"version": 1, "revisions": [{"revision": "b2", "checksum": "%s", "file": "b2.sql", "findings": [
                  {"rule": "type-change-rewrite", "severity": "warning", "line": 6, "statement": "ALTER TABLE orders",
                   "objects": ["public.orders"], "passes": 1, "evidence": "MEASURED",
                   "message": "The type of public.orders.id changes: the table is rewritten."}]}]}
                """.formatted(checksum(project)));
        jar = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(jar);
        property("retort.locations", "filesystem:" + folder);
    }

    private static String checksum(Project project) {
        return project.retort().scripts().stream()
                .filter(script -> script.revision().id().equals("b2"))
                .findFirst()
                .orElseThrow()
                .checksum();
    }

    @AfterAll
    void restoreTheClassPath() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        jar.close();
    }

    private Answer revision(String user) {
        return application().get(user, "/actuator/migrations/b2");
    }

    private void goBack() {
        retort().downgrade(RunRequest.by("alice", "a1"));
    }

    @Test
    void aPendingRevisionHasItsFindingsForThoseWhoMaySeeSql() {
        assertThat(revision(OPERATOR).at("").has("findings")).isFalse();
        goBack();

        assertThat(revision(OPERATOR).texts("/findings", "rule")).containsExactly("type-change-rewrite");
        assertThat(revision(OPERATOR).texts("/findings", "message").get(0)).contains("the table is rewritten");
        assertThat(revision(READER).at("").has("findings")).isFalse();
    }

    @Test
    void thePageShowsThemWithTheRevision() {
        goBack();
        try (Browser browser = Browser.start(true)) {
            browser.open(application().url("/actuator/migrations"), OPERATOR);
            browser.all(".revisions tbody tr").get(0).click();
            browser.waitForText("dialog .findings", "the table is rewritten");
            assertThat(browser.text("dialog .findings")).startsWith("warning type-change-rewrite: ");
            browser.assertNoComplaints();
        }
    }
}
