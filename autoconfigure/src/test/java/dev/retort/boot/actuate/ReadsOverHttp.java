/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static dev.retort.boot.actuate.Users.OPERATOR;
import static dev.retort.boot.actuate.Users.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.boot.actuate.RunningApplication.Answer;
import dev.retort.run.RunRequest;
import dev.retort.run.StatementFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import tools.jackson.databind.JsonNode;

/** Reads with the documented security and the default access, for all web stacks. */
abstract class ReadsOverHttp extends MigrationsOverHttp {

    private static final String DATABASE = "/contexts/application/databases/default";

    ReadsOverHttp(WebApplicationType type, Class<?> security) {
        super(type, security, Users.class);
        property("spring.jackson.property-naming-strategy", "SNAKE_CASE");
    }

    @Test
    void showsTheStateOfTheDatabase() {
        retort().downgrade(RunRequest.by("someone", SECOND));

        Answer answer = application().get(READER, "/actuator/migrations");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.texts(DATABASE + "/current")).containsExactly(SECOND);
        assertThat(answer.texts(DATABASE + "/heads")).containsExactly(THIRD);
        assertThat(answer.texts(DATABASE + "/pending")).containsExactly(THIRD);
        assertThat(answer.at(DATABASE + "/upToDate").asBoolean(true)).isFalse();
        assertThat(answer.at(DATABASE + "/ahead").asBoolean(true)).isFalse();
        assertThat(answer.at(DATABASE + "/held").asBoolean(false)).isTrue();
        assertThat(answer.texts(DATABASE + "/revisions", "revision")).containsExactly(THIRD, SECOND, FIRST);
        assertThat(answer.texts(DATABASE + "/revisions", "state")).containsExactly("pending", "applied", "applied");
    }

    @Test
    void showsEveryFieldOfARevision() {
        JsonNode revision = application().get(READER, "/actuator/migrations").at(DATABASE + "/revisions/2");

        assertThat(revision.propertyNames())
                .containsExactlyInAnyOrder(
                        "revision",
                        "downRevisions",
                        "dependsOn",
                        "branchLabels",
                        "message",
                        "created",
                        "state",
                        "head",
                        "checksum",
                        "appliedOn",
                        "durationMs",
                        "reversible");
        assertThat(revision.path("created").asString()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(revision.path("appliedOn").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
        assertThat(revision.path("reversible").asBoolean(true)).isFalse();
        assertThat(revision.path("durationMs").isIntegralNumber()).isTrue();
    }

    @Test
    void pagesThroughTheLog() {
        List<String> all = application().get(READER, "/actuator/migrations").texts(DATABASE + "/log", "revision");
        assertThat(all).containsExactly(THIRD, SECOND, FIRST);

        Answer newest = application().get(READER, "/actuator/migrations?limit=1");
        assertThat(newest.texts(DATABASE + "/log", "revision")).containsExactly(THIRD);
        String last = newest.at(DATABASE + "/log/0/id").asString();

        Answer older = application().get(READER, "/actuator/migrations?limit=5&before=" + last);
        assertThat(older.texts(DATABASE + "/log", "revision")).containsExactly(SECOND, FIRST);
    }

    @Test
    void showsTheDatabaseUserToThoseWithTheRole() {
        Answer answer = application().get(OPERATOR, "/actuator/migrations");

        assertThat(answer.at(DATABASE + "/revisions/2/appliedBy").asString()).isEqualTo("postgres");
        assertThat(answer.at(DATABASE + "/log/0/appliedBy").asString()).isEqualTo("postgres");
        assertThat(answer.at(DATABASE + "/log/0/host").asString()).isNotEmpty();
    }

    @Test
    void showsWhatFailedInTheLog() {
        JsonNode failed = failedDowngrade(OPERATOR);

        assertThat(failed.at("/failure/sqlState").asString()).isEqualTo("42703");
        assertThat(failed.at("/failure/message").asString()).contains("column \"phone\"");
        assertThat(failed.at("/failure/file").asString()).endsWith("0003_phone.sql");
        assertThat(failed.at("/failure/line").asInt()).isEqualTo(9);
        assertThat(failed.at("/principal").asString()).isEqualTo("someone");
    }

    @Test
    void showsAReaderSqlStateRevisionAndLineOfAFailure() {
        JsonNode failed = failedDowngrade(READER);

        assertThat(failed.path("revision").asString()).isEqualTo(THIRD);
        assertThat(failed.path("failure").propertyNames()).containsExactlyInAnyOrder("sqlState", "line");
        assertThat(failed.at("/failure/sqlState").asString()).isEqualTo("42703");
        assertThat(failed.at("/failure/line").asInt()).isEqualTo(9);
    }

    /** Server messages, paths, hosts and database users, which no response to a reader contains. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=1000", "/head", "/" + FIRST})
    void showsAReaderNoDataAndNoTopology(String path) {
        failedDowngrade(READER);
        String host =
                database().query("SELECT host FROM retort_history LIMIT 1").get(0);

        Answer answer = application().get(READER, "/actuator/migrations" + path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("does not exist", "0003_phone.sql", "postgres", host);
    }

    @Test
    void showsAReaderOnlyThatTheStateCannotBeRead() {
        database().execute("ALTER TABLE alembic_version RENAME COLUMN version_num TO other");

        Answer forReader = application().get(READER, "/actuator/migrations");
        Answer forOperator = application().get(OPERATOR, "/actuator/migrations");

        assertThat(forReader.status()).isEqualTo(500);
        assertThat(forReader.at("/message").asString()).isEqualTo("The operation failed.");
        assertThat(forOperator.at("/message").asString()).contains("is not a version table");
    }

    private JsonNode failedDowngrade(String reader) {
        database().execute("ALTER TABLE customer DROP COLUMN phone");
        assertThatExceptionOfType(StatementFailedException.class)
                .isThrownBy(() -> retort().downgrade(RunRequest.by("someone", "-1")));

        return application()
                .get(reader, "/actuator/migrations")
                .at(DATABASE + "/log")
                .valueStream()
                .filter(row -> row.path("outcome").asString().equals("failed"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=1001", "limit=ten", "limit=", "before=0", "before=x"})
    void refusesAPageThatCannotBe(String query) {
        Answer answer = application().get(READER, "/actuator/migrations?" + query);

        assertRefused(answer, 400, "The parameter '");
    }

    @Test
    void showsOneRevision() {
        Answer answer = application().get(READER, "/actuator/migrations/bbbb");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/revision").asString()).isEqualTo(SECOND);
        assertThat(answer.texts("/downRevisions")).containsExactly(FIRST);
        assertThat(answer.at("/state").asString()).isEqualTo("applied");
    }

    @Test
    void showsSqlToThoseWithTheRole() {
        assertThat(application()
                        .get(OPERATOR, "/actuator/migrations/" + SECOND)
                        .at("/sql")
                        .asString())
                .contains("ALTER TABLE customer ADD COLUMN email text;");
        assertThat(application()
                        .get(READER, "/actuator/migrations/" + SECOND)
                        .at("/sql")
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"feed, 404, feed", "bbbb?database=billing, 404, Unknown database"})
    void reportsWhyThereIsNoSuchRevision(String path, int status, String why) {
        assertRefused(application().get(READER, "/actuator/migrations/" + path), status, why);
    }

    @Test
    void requiresAuthentication() {
        assertThat(application().get(null, "/actuator/migrations").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp", "downgrade", "upgrade"})
    void hasNoWritesByDefault(String operation) {
        Answer answer = application().post(OPERATOR, operation, body("revision", FIRST, "dryRun", "false"));

        assertThat(answer.status()).isEqualTo(405);
        assertIsAt(THIRD);
    }
}
