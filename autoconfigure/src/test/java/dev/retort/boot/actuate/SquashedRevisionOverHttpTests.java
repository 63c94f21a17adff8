/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.test.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;

/** A squashed revision at the endpoint and on the page, in a database that has it and in one that has a part of it. */
@Tag("slow")
class SquashedRevisionOverHttpTests extends MigrationsOverHttp {

    private static final String DATABASE = "/contexts/application/databases/default";
    private static final String SUM = "0".repeat(64);

    private final Path folder;
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    SquashedRevisionOverHttpTests() throws IOException {
        super(WebApplicationType.SERVLET, MigrationsSecurity.class, Users.class);
        folder = Files.createTempDirectory("retort-squashed");
        add("a1", "", "");
        add("d1", "a1", "-- replaces: b1:" + SUM + " \"make b\", c1:" + SUM + "\n-- squashed_checksum: " + SUM + "\n");
        add("e1", "d1", "");
        property("retort.locations", "filesystem:" + folder);
        property("management.endpoint.migrations.access", "unrestricted");
    }

    private void add(String id, String down, String keys) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n-- down_revision: " + down + "\n-- message: make " + id + "\n" + keys
                        + "\n-- migrate: upgrade\nCREATE TABLE t_" + id + " ();\n-- migrate: downgrade\nDROP TABLE t_"
                        + id + ";\n");
    }

    @BeforeAll
    void startBrowser() {
        browser = Browser.start(true);
    }

    @AfterAll
    void stopBrowser() throws IOException {
        browser.close();
        for (String id : new String[] {"a1", "d1", "e1"}) {
            Files.delete(folder.resolve(id + ".sql"));
        }
        Files.delete(folder);
    }

    private Answer read() {
        return application().get(READER, "/actuator/migrations");
    }

    private void goInside() {
        database()
                .execute(
                        "DELETE FROM retort_history WHERE revision IN ('c1', 'd1', 'e1')",
                        "UPDATE alembic_version SET version_num = 'b1'",
                        "DROP TABLE t_d1, t_e1");
    }

    @Test
    void listsWhatASquashedRevisionReplaces() {
        Answer answer = read();

        assertThat(answer.texts(DATABASE + "/revisions", "revision")).containsExactly("e1", "d1", "a1");
        assertThat(answer.texts(DATABASE + "/revisions", "state")).containsOnly("applied");
        assertThat(answer.texts(DATABASE + "/revisions/1/replaces")).containsExactly("b1", "c1");
        assertThat(answer.at(DATABASE + "/revisions/0").has("replaces")).isFalse();
        assertThat(answer.texts(DATABASE + "/log", "revision")).containsExactly("e1", "d1", "c1", "b1", "a1");
        assertThat(answer.texts(DATABASE + "/log", "reason")).contains("squashed into d1");
        assertThat(application().get(READER, "/actuator/migrations/d1").texts("/replaces"))
                .containsExactly("b1", "c1");
    }

    @Test
    void refusesATargetThatIsReplacedAndTakesTheSquashedRevisionBack() {
        Answer inside = application().post(OPERATOR, "downgrade", body("revision", "b1", "dryRun", "false"));
        assertThat(inside.status()).as(inside.text()).isEqualTo(404);
        assertThat(inside.at("/message").asString()).contains("Revision 'b1' is squashed into 'd1'.");

        Answer down = application().post(OPERATOR, "downgrade", body("revision", "a1", "dryRun", "false"));
        assertThat(down.texts("/after")).containsExactly("a1");
        assertThat(read().texts(DATABASE + "/log", "revision"))
                .startsWith("b1", "c1", "d1", "e1")
                .hasSize(10);
    }

    @Test
    void refusesADatabaseThatHasAPart() {
        goInside();

        Answer answer = read();
        assertThat(answer.texts(DATABASE + "/current")).containsExactly("b1");
        assertThat(answer.texts(DATABASE + "/revisions", "revision")).containsExactly("b1", "e1", "d1", "a1");
        assertThat(answer.texts(DATABASE + "/revisions", "state"))
                .containsExactly("squashed", "pending", "pending", "applied");
        Answer refused = application().post(OPERATOR, "upgrade", body("revision", "head", "dryRun", "false"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.at("/message").asString())
                .contains("The database is at b1, inside the squashed revision d1.");
        assertThat(refused.at("/action").asString()).contains("release from before the squash");
        assertIsAt("b1");
    }

    @Test
    void marksTheSquashedRevisionOnThePage() {
        browser.open(application().url("/actuator/migrations"), OPERATOR);

        assertThat(browser.text(".summary")).isEqualTo("At head: e1.");
        assertThat(browser.all(".graph svg .mark")).hasSize(3);
        assertThat(browser.all(".revisions tbody tr").get(1).getText()).contains("squashed", "make d1");
        assertThat(browser.the(".revisions .label").getDomAttribute("title")).isEqualTo("Replaces b1, c1");
        browser.the(".tools input").sendKeys("squashed");
        browser.waitForText(".found", "1 of 3 revisions");
        browser.assertNoComplaints();
    }

    @Test
    void showsADatabaseThatHasAPartOnThePage() {
        goInside();
        browser.open(application().url("/actuator/migrations"), OPERATOR);

        assertThat(browser.text(".summary"))
                .isEqualTo(
                        "At b1, which this build has only as a part of a squashed revision: a release from before the"
                                + " squash has to upgrade it. At b1, 2 revisions are pending.");
        assertThat(browser.all(".graph svg .mark")).hasSize(4);
        assertThat(browser.all(".graph svg .mark.squashed")).hasSize(1);
        browser.assertNoComplaints();
    }
}
