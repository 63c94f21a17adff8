/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.PIPELINE;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.retort.StartMode;
import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.internal.lock.LockKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

/** Writes with the documented security, for all web stacks. */
abstract class WritesOverHttp extends MigrationsOverHttp {

    WritesOverHttp(WebApplicationType type, Class<?> security) {
        super(type, security, Users.class);
        property("management.endpoint.migrations.access", "unrestricted");
    }

    @Test
    void downgradesARevisionAndReportsTheHold() {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.texts("/before")).containsExactly(THIRD);
        assertThat(answer.texts("/after")).containsExactly(SECOND);
        assertThat(answer.texts("/steps", "revision")).containsExactly(THIRD);
        assertThat(answer.at("/steps/0/message").asString()).isEqualTo("add phone to customer");
        assertThat(answer.texts("/steps/0/after")).containsExactly(SECOND);
        assertThat(answer.at("/held").asBoolean()).isTrue();
        assertThat(answer.at("/dryRun").asBoolean()).isFalse();
        assertThat(answer.at("/database").asString()).isEqualTo("default");
        assertThat(answer.texts("/sql")).containsExactly("ALTER TABLE customer DROP COLUMN phone;");
        assertIsAt(SECOND);
    }

    @Test
    void keepsStartingServicesDownUntilAnOperatorUpgrades() {
        application().post(OPERATOR, "downgrade", body("revision", SECOND, "dryRun", "false"));
        retort().start(StartMode.UPGRADE);
        assertIsAt(SECOND);

        Answer answer = application().post(OPERATOR, "upgrade", body("revision", "head", "dryRun", "false"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/held").asBoolean()).isFalse();
        assertIsAt(THIRD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "stamp"})
    void endsAHoldWhereThereIsNothingToRun(String operation) {
        application().post(OPERATOR, "downgrade", body("revision", SECOND, "dryRun", "false"));

        Answer answer = application().post(OPERATOR, operation, body("revision", SECOND, "dryRun", "false"));

        assertThat(answer.at("/steps").size()).isZero();
        assertThat(answer.at("/held").asBoolean()).isFalse();
        assertThat(answer.at("/released").asBoolean()).isTrue();
        assertThat(application()
                        .get(READER, "/actuator/migrations")
                        .at("/contexts/application/databases/default/held")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void stampsWithoutRunningAnything() {
        Answer answer = application().post(OPERATOR, "stamp", body("revision", FIRST, "dryRun", "false"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.texts("/after")).containsExactly(FIRST);
        assertIsAt(FIRST);
        assertThat(database().query("SELECT email, phone FROM customer")).isEmpty();
    }

    @Test
    void changesNothingInADryRun() {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", FIRST, "dryRun", true));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/dryRun").asBoolean()).isTrue();
        assertThat(answer.texts("/after")).containsExactly(FIRST);
        assertThat(answer.texts("/sql"))
                .containsExactly("ALTER TABLE customer DROP COLUMN phone;", "ALTER TABLE customer DROP COLUMN email;");
        assertIsAt(THIRD);
    }

    @Test
    void recordsWhoAskedInTheHistory() {
        application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false"));

        Answer answer = application().get(OPERATOR, "/actuator/migrations?limit=1");

        assertThat(answer.at("/contexts/application/databases/default/log/0/principal")
                        .asString())
                .isEqualTo(OPERATOR);
    }

    @Test
    void auditsWhatRan() {
        application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false"));

        assertThat(onlyAuditEvent().getType()).isEqualTo("MIGRATION_DOWNGRADE");
        assertThat(onlyAuditEvent().getPrincipal()).isEqualTo(OPERATOR);
        assertThat(onlyAuditEvent().getData())
                .contains(
                        entry("operation", "downgrade"),
                        entry("database", "default"),
                        entry("revision", "-1"),
                        entry("dryRun", "false"),
                        entry("status", 200),
                        entry("outcome", "succeeded"),
                        entry("before", List.of(THIRD)),
                        entry("after", List.of(SECOND)));
    }

    @Test
    void acceptsAnAuthorityWithoutThePrefixOfRoles() {
        Answer answer = application().post(PIPELINE, "downgrade", body("revision", "-1", "dryRun", "true"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void refusesNoCaller() {
        Answer answer = application().post(null, "downgrade", body("revision", "-1", "dryRun", "false"));

        assertThat(answer.status()).isEqualTo(401);
        assertIsAt(THIRD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp", "downgrade", "upgrade", "drop"})
    void refusesAReaderAndAuditsIt(String operation) {
        Answer answer = application().post(READER, operation, body("revision", FIRST, "dryRun", "false"));

        assertRefused(answer, 403, "a role that the principal does not have");
        assertThat(onlyAuditEvent().getPrincipal()).isEqualTo(READER);
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 403), entry("outcome", "refused"));
    }

    @Test
    void refusesAReaderEvenADryRun() {
        Answer answer = application().post(READER, "downgrade", body("revision", "-1", "dryRun", "true"));

        assertRefused(answer, 403, "a role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "TRUE", "1", " true"})
    void takesOnlyTrueAndFalseForADryRun(String dryRun) {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", dryRun));

        assertRefused(answer, 400, "'dryRun' is neither true nor false");
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 400), entry("dryRun", dryRun));
    }

    @Test
    void runsNothingWithoutDryRun() {
        assertRefused(application().post(OPERATOR, "downgrade", body("revision", "-1")), 400, "'dryRun'");
        assertThat(onlyAuditEvent().getType()).isEqualTo("MIGRATION_DOWNGRADE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revison", "target", "Revision", "rev"})
    void runsNothingWithAMistypedRevision(String key) {
        Answer answer = application().post(OPERATOR, "downgrade", body(key, "-1", "dryRun", "false"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/message").asString()).isNotEmpty();
        assertIsAt(THIRD);
        assertThat(audit().events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryrun", "dry-run", "dry_run"})
    void runsNothingWithAMistypedDryRun(String key) {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", "-1", key, "false"));

        assertThat(answer.status()).isEqualTo(400);
        assertIsAt(THIRD);
    }

    @Test
    void runsNothingWithAMistypedDatabase() {
        Answer answer = application()
                .post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false", "databse", "billing"));

        assertRefused(answer, 400, "databse");
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 400), entry("outcome", "refused"));
    }

    @Test
    void refusesAnEmptyRevision() {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", " ", "dryRun", "false"));

        assertRefused(answer, 400, "'revision' is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "DOWNGRADE", "repair"})
    void knowsNoOtherOperation(String operation) {
        Answer answer = application().post(OPERATOR, operation, body("revision", "-1", "dryRun", "false"));

        assertRefused(answer, 404, "Unknown operation.");
        assertThat(onlyAuditEvent().getType()).isEqualTo("MIGRATION_UNKNOWN");
        assertThat(onlyAuditEvent().getData()).contains(entry("operation", operation), entry("status", 404));
    }

    @Test
    void findsNoUnknownRevision() {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", "feed", "dryRun", "false"));

        assertRefused(answer, 404, "feed");
    }

    @Test
    void findsNoUnknownDatabase() {
        Answer answer = application()
                .post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false", "database", "billing"));

        assertRefused(answer, 404, "Unknown database.");
    }

    @Test
    void cannotUseATargetOffTheGraph() {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", "-9", "dryRun", "false"));

        assertRefused(answer, 400, "");
    }

    @Test
    void refusesToCrossAnIrreversibleRevision() {
        Answer answer = application().post(OPERATOR, "downgrade", body("revision", "base", "dryRun", "false"));

        assertRefused(answer, 409, "irreversible");
        assertThat(onlyAuditEvent().getData()).contains(entry("status", 409), entry("outcome", "refused"));
    }

    @Test
    void doesNotWaitForAnotherRun() throws SQLException {
        LockKey key = LockKey.of("public", "alembic_version");
        try (Connection other = database().connect();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + key.namespace() + ", " + key.number() + ")");

            Answer answer = application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false"));

            assertRefused(answer, 423, "Another run holds the migration lock");
        }
    }

    @Test
    void reportsWhereAScriptFailed() {
        database().execute("ALTER TABLE customer DROP COLUMN phone");

        Answer answer = application().post(OPERATOR, "downgrade", body("revision", "-1", "dryRun", "false"));

        assertRefused(answer, 500, "0003_phone.sql");
        assertThat(answer.at("/statement/file").asString()).endsWith("0003_phone.sql");
        assertThat(answer.at("/statement/line").asInt()).isEqualTo(9);
        assertThat(answer.at("/statement/sqlState").asString()).isEqualTo("42703");
        assertThat(answer.at("/statement/sql").asString()).isEqualTo("ALTER TABLE customer DROP COLUMN phone");
        assertThat(answer.text()).doesNotContain("\tat ", "Exception");
        assertThat(onlyAuditEvent().getData())
                .contains(
                        entry("status", 500),
                        entry("outcome", "failed"),
                        entry("message", "Revision cccc00000003 failed at line 9 (SQLSTATE 42703)."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void takesNothingThatAFormOfAnotherSiteCouldSend(String contentType) {
        Answer answer = application()
                .postText(
                        OPERATOR,
                        "/actuator/migrations/downgrade",
                        contentType,
                        "{\"revision\": \"-1\", \"dryRun\": \"false\"}");

        assertThat(answer.status()).isEqualTo(415);
        assertIsAt(THIRD);
    }

    @Test
    void leavesTheRestOfTheApplicationItsCsrfProtection() {
        Answer answer = application().postText(OPERATOR, "/orders", "application/json", "{}");

        assertThat(answer.status()).isIn(401, 403);
        assertThat(answer.text()).doesNotContain("ordered");
        assertThat(application().get(OPERATOR, "/actuator/info").status()).isEqualTo(200);
    }
}
