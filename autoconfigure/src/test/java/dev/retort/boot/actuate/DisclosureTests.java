/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.answer.Disclosure;
import dev.retort.boot.actuate.answer.RequestRefusedException;
import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.statement.DatabaseException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/app?password=s3cret&user=app, jdbc:postgresql://db/app?password=***&user=app",
        "jdbc:postgresql://db/app?sslPassword=s3cret, jdbc:postgresql://db/app?sslPassword=***",
        "postgres://app:s3cret@db/app, postgres://app:***@db/app",
        "no secret at all, no secret at all"
    })
    void masksPasswords(String text, String masked) {
        assertThat(Disclosure.masked(text)).isEqualTo(masked);
    }

    @Test
    void showsCallersThatMaySeeSqlTheCompleteMessage() {
        assertThat(Disclosure.of(new RetortException("It failed.", "The reason is known.", "Do this."), true))
                .isEqualTo(new Disclosure("It failed. The reason is known.", "Do this.", true));
        assertThat(Disclosure.of(new RetortException("It failed.", "", "Do this."), true)
                        .message())
                .isEqualTo("It failed.");
    }

    @Test
    void showsAReaderOnlyMessagesWithoutPathHostAndUser() {
        RetortException unknown = new RetortException("/srv/app/db failed.", "Host db1 said so.", "Ask app_owner.");

        assertThat(Disclosure.of(unknown, false).message()).isEqualTo("The operation failed.");
        assertThat(Disclosure.of(unknown, false).action()).contains("log", "show-sql");
        assertThat(Disclosure.of(unknown, false).complete()).isFalse();
    }

    @Test
    void showsAReaderTheSqlStateOfAnErrorOfTheServer() {
        SQLException cause =
                new SQLException("FATAL: no pg_hba.conf entry for host \"10.0.0.7\", user \"app\"", "28000");

        assertThat(Disclosure.of(new DatabaseException("Could not connect to the database.", cause), false)
                        .message())
                .isEqualTo("The connection failed or the database refused a statement (SQLSTATE 28000).");
    }

    @Test
    void showsAReaderWhatIsWrongWithTheRequest() {
        RetortException refused = RequestRefusedException.unusable("It is wrong.", "It has no name.", "Name it.");

        assertThat(Disclosure.of(refused, false))
                .isEqualTo(new Disclosure("It is wrong. It has no name.", "Name it.", true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsOnlyTheKindOfAnUnexpectedError(boolean withSql) {
        assertThat(Disclosure.of(new IllegalStateException("password is s3cret"), withSql)
                        .message())
                .isEqualTo("Unexpected IllegalStateException.");
    }
}
