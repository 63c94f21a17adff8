/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A class that implements {@link MigrationTests}, as JUnit runs it. */
class MigrationTestsTests {

    @Test
    void passForMigrationsThatAreInOrder() {
        TestRun run = TestRun.of(Samples.Shop.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted()).isEmpty();
        assertThat(run.passed())
                .contains("haveOneHead", "upgradeFromBase", "matchModel", "areSafe", "a1", "b1", "b2", "c1", "d1", "e1")
                .hasSize(4 + 6 + 6);
    }

    @Tag("nightly")
    @Test
    void skipTheComparisonWithAModelWhereThereIsNone() {
        TestRun run = TestRun.of(Samples.ShopWithoutModel.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.aborted().get("matchModel")).contains("There is no model: name one with @Migrations");
    }

    @Tag("slow")
    @Test
    void showWhatADowngradeForgets() {
        Map<String, String> failed = TestRun.of(Samples.Forgetful.class).failed();

        assertThat(failed).containsOnlyKeys("b1", "c1");
        assertThat(failed.get("b1")).isEqualTo("""
                        Revision b1 (add status) is not completely reversed by its downgrade.
                        After the downgrade the schema differs from the schema before the upgrade. Missing in the downgrade:

                            DROP INDEX ix_customer_name;

                        Add that to the downgrade of migrations/forgetful/02_status.sql, or mark it as irreversible.""");
    }

    @Tag("nightly")
    @Test
    void showWhichDowngradeFailsAndContinueWithTheNext() {
        TestRun run = TestRun.of(Samples.Forgetful.class);

        assertThat(run.failed().get("c1"))
                .startsWith("Revision c1 (add fax) cannot be downgraded.\nRevision c1 failed at ")
                .contains("03_fax.sql:9.", "column \"telefax\" of relation \"customer\" does not exist")
                .endsWith("Fix the downgrade of migrations/forgetful/03_fax.sql, or mark it as irreversible.");
        assertThat(run.passed()).contains("d1");
    }

    @Tag("slow")
    @Test
    void showWhichUpgradeFailsAndDoNotTryItsDescendants() {
        TestRun run = TestRun.of(Samples.Broken.class);

        assertThat(run.failed()).containsOnlyKeys("upgradeFromBase", "b1");
        assertThat(run.failed().get("b1"))
                .startsWith("Revision b1 (add email) cannot be applied.\nRevision b1 failed at ")
                .contains("relation \"custmer\" does not exist");
        assertThat(run.failed().get("upgradeFromBase"))
                .startsWith("An empty database cannot be upgraded to head.\nRevision b1 failed at ");
        assertThat(run.aborted())
                .contains(entry("c1", "Not tried: Revision b1 (add email), which comes before it, cannot be applied."));
    }

    @Tag("nightly")
    @Test
    void showTwoHeads() {
        Map<String, String> failed = TestRun.of(Samples.TwoHeads.class).failed();

        assertThat(failed).containsExactly(entry("haveOneHead", """
                        There are 2 heads.
                        No revision follows b1 (add email) in migrations/two_heads/02_email.sql, and none follows c1 (add fax) in migrations/two_heads/03_fax.sql.
                        Move one after the other with `rebase`, or merge them with `merge`."""));
    }

    @Tag("slow")
    @Test
    void showRevisionsWithoutADowngrade() {
        Map<String, String> failed = TestRun.of(Samples.Unmarked.class).failed();

        assertThat(failed).containsOnlyKeys("b1", "c1");
        assertThat(failed.get("b1")).isEqualTo("""
                        Revision b1 (trim names) has neither a downgrade nor a declaration that it is irreversible.
                        It has no downgrade section.
                        Write its downgrade in migrations/unmarked/02_trim.sql, or add `-- migrate: irreversible <reason>`, or `-- migrate: nothing` in the downgrade section for an intentionally empty downgrade.""");
        assertThat(failed.get("c1")).contains("Its downgrade section is empty.");
    }

    @Tag("slow")
    @Test
    void showTheDifferencesOfModelAndRevisions() {
        Map<String, String> failed = TestRun.of(Samples.WiderShop.class).failed();

        assertThat(failed).containsOnlyKeys("matchModel");
        assertThat(failed.get("matchModel"))
                .startsWith(
                        "The migrations and the model" + " sql:src/test/resources/migrations/wider_shop.sql differ.")
                .contains("ADD COLUMN phone text;", "character varying(320)", "SET NOT NULL")
                .endsWith("Generate a revision with `revision --autogenerate`, or change the model.");
    }

    @Tag("nightly")
    @Test
    void showAnObjectFileThatNoRevisionHas() {
        Map<String, String> failed = TestRun.of(Samples.ShopWithObjects.class).failed();

        assertThat(failed).containsOnlyKeys("matchModel");
        assertThat(failed.get("matchModel"))
                .startsWith("The migrations and the model database differ.")
                .contains("CREATE VIEW customer_emails AS", "SELECT id, lower(email) AS email")
                .endsWith("Generate a revision with `revision --autogenerate`, or change the model.");
    }

    @Test
    void sayHowAPlaceholderIsWritten() {
        assertThat(TestRun.of(Samples.WrongPlaceholder.class).failed().get("haveOneHead"))
                .contains("\"currency\" is not of the form name=value.");
    }

    @Test
    void runTheirStepsInOrderWhenTestsRunConcurrently() {
        TestRun run = TestRun.with(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent"),
                Samples.Shop.class,
                Samples.Forgetful.class);

        assertThat(run.failed()).containsOnlyKeys("b1", "c1");
    }
}
