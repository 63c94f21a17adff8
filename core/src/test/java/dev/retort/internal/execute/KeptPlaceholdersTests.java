/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migration.RunArguments;
import dev.retort.run.RunRequest;
import dev.retort.settings.SecretPlaceholders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An older build downgrades what a newer one applied, with the values of that run. */
class KeptPlaceholdersTests extends RunTestCase {

    private static final String KEPT =
            "SELECT placeholders FROM retort_history WHERE revision = 'b' AND operation = 'upgrade' ORDER BY id";

    /** Names a table by one value and uses a secret in a direction. */
    private void applied(String upgrade, String downgrade, Map<String, String> values) {
        project.chain("a")
                .script(
                        "b",
                        "-- revision: b\n-- down_revision: a\n-- placeholders: true\n\n-- migrate: upgrade\n"
                                + "CREATE TABLE ${tenant}_orders ();\n" + upgrade + "-- migrate: downgrade\n"
                                + "DROP TABLE ${tenant}_orders;\n" + downgrade)
                .retort()
                .upgrade(request("head", values));
        project.without("b");
    }

    private static RunRequest request(String target, Map<String, String> values) {
        return RunRequest.by("alice", target).withArguments(new RunArguments(null, values));
    }

    private void downgrade(Map<String, String> values) {
        project.retort().downgrade(request("a", values));
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a");
    }

    @Test
    void usesTheValuesOfTheRunThatAppliedTheRevision() {
        applied("", "", Map.of("tenant", "blue", "other", "unused"));
        project.with(settings -> settings.placeholders(Map.of("tenant", "red")));

        downgrade(Map.of());

        assertThat(database.query("SELECT to_regclass('blue_orders')")).containsExactly("null");
        assertThat(database.query(KEPT)).containsExactly("{\"tenant\": \"blue\"}");
    }

    @Test
    void usesTheValueOfTheCommandRatherThanTheKeptOne() {
        applied("", "", Map.of("tenant", "blue"));
        database.execute("ALTER TABLE blue_orders RENAME TO green_orders");

        downgrade(Map.of("tenant", "green"));

        assertThat(database.query("SELECT to_regclass('green_orders')")).containsExactly("null");
    }

    @Test
    void keepsQuotesBackslashesAndControlCharactersAsTheyAre() {
        String odd = "a'\"\\ {}\t\n\u0001\u00e9\ud83d\ude00, NULL";
        applied("COMMENT ON TABLE ${tenant}_orders IS $q$${odd}$q$;\n", "", Map.of("tenant", "blue", "odd", odd));

        assertThat(database.query("SELECT obj_description('blue_orders'::regclass) = placeholders ->> 'odd'"
                        + " FROM retort_history WHERE revision = 'b'"))
                .containsExactly("t");
    }

    @Test
    void usesTheNewestOfSeveralRuns() {
        applied("", "", Map.of("tenant", "blue"));
        downgrade(Map.of());
        applied("", "", Map.of("tenant", "green"));

        downgrade(Map.of());

        assertThat(database.query(KEPT)).containsExactly("{\"tenant\": \"blue\"}", "{\"tenant\": \"green\"}");
        assertThat(database.query("SELECT to_regclass('green_orders')")).containsExactly("null");
    }

    @Test
    void keepsNoSecretAndNamesTheOneThatIsNeeded() {
        applied("", "SELECT '${Db-Password}';\n", Map.of("tenant", "blue", "Db-Password", "s3cr3t"));

        assertThat(database.query("SELECT placeholders, (h::text LIKE '%s3cr3t%') FROM retort_history AS h"
                        + " WHERE revision = 'b'"))
                .containsExactly("{\"tenant\": \"blue\"}|f");
        assertThatThrownBy(() -> downgrade(Map.of()))
                .hasMessageContaining("${Db-Password} has no value")
                .hasMessageContaining("applied revision b")
                .hasMessageContaining("retort.secret-placeholders")
                .hasMessageContaining("-x Db-Password=<value>")
                .hasMessageContaining("retort.placeholders.Db-Password");
        assertThat(database.query("SELECT to_regclass('blue_orders') IS NULL")).containsExactly("f");

        downgrade(Map.of("Db-Password", "s3cr3t"));
    }

    @Test
    void needsNoSecretOfTheUpgradeAlone() {
        applied("SELECT '${api_token}';\n", "", Map.of("tenant", "blue", "api_token", "s3cr3t"));

        downgrade(Map.of());
    }

    @Test
    void keepsNoneWhoseNamesAreInTheSetting() {
        project.with(settings -> settings.secretPlaceholders(new SecretPlaceholders(List.of("TEN*", "x"))));
        applied("", "SELECT '${password}';\n", Map.of("tenant", "blue", "password", "open"));

        assertThat(database.query(KEPT)).containsExactly("{\"password\": \"open\"}");
        assertThatThrownBy(() -> downgrade(Map.of())).hasMessageContaining("-x tenant=<value>");
        project.with(settings -> settings.placeholders(Map.of("tenant", "blue")));
        downgrade(Map.of());
    }

    @Test
    void keepsNothingForAScriptWithoutPlaceholders() {
        project.chain("a", "b")
                .with(settings -> settings.placeholders(Map.of("t", "x")))
                .start();

        assertThat(database.query(KEPT)).containsExactly("null");
    }

    @Test
    void takesAHistoryThatKeptNoValues() {
        applied("", "", Map.of("tenant", "blue"));
        database.execute("ALTER TABLE retort_history DROP COLUMN placeholders");

        assertThatThrownBy(() -> downgrade(Map.of())).hasMessageContaining("-x tenant=<value>");
        downgrade(Map.of("tenant", "blue"));
        applied("", "", Map.of("tenant", "green"));

        assertThat(database.query(KEPT)).containsExactly("null", "{\"tenant\": \"green\"}");
        downgrade(Map.of());
    }

    @Test
    void keepsThemForAnUpgradeByAScriptToo() {
        project.chain("a");
        String upgrade = "-- revision: b\n-- down_revision: a\n-- placeholders: true\n\n-- migrate: upgrade\n"
                + "CREATE TABLE ${tenant}_orders ();\n-- migrate: downgrade\nDROP TABLE ${tenant}_orders;\n";
        project.start();
        database.execute("ALTER TABLE retort_history DROP COLUMN placeholders");
        project.script("b", upgrade);
        String script = project.retort().offline().upgrade(request("a:b", Map.of("tenant", "blue")));
        assertThat(Psql.DRIVER.run(script, database, folder)).isNull();
        project.without("b");

        downgrade(Map.of());

        assertThat(database.query(KEPT)).containsExactly("{\"tenant\": \"blue\"}");
    }
}
