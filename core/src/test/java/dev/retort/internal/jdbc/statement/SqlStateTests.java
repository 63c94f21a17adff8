/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class SqlStateTests {

    private static SQLException error(@Nullable String state) {
        return new SQLException("failed", state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "40P01"})
    void triesAgainAfterALockTimeoutAndADeadlock(String state) {
        assertThat(SqlState.isLockContention(error(state))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"57014", "40001", "42P01", "08006", ""})
    void triesNothingElseAgain(@Nullable String state) {
        assertThat(SqlState.isLockContention(error(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08006", "57P01", "57P02", "57P03", "57P05"})
    void knowsALostConnection(String state) {
        assertThat(SqlState.isConnectionLost(error(state))).isTrue();
        assertThat(SqlState.isServerAnswer(error(state))).isFalse();
        assertThatThrownBy(() -> SqlState.requireServerAnswer(error(state))).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "42P01", "23505", "0A000"})
    void knowsAnAnswerOfTheServer(String state) {
        PSQLException answer = new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Mfailed\0"));
        SQLException wrapped = new SQLException("failed", state, answer);

        assertThat(SqlState.isConnectionLost(answer)).isFalse();
        assertThat(SqlState.isServerAnswer(answer)).isTrue();
        assertThat(SqlState.isServerAnswer(wrapped)).isTrue();
        assertThatCode(() -> SqlState.requireServerAnswer(answer)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"53200", "XX000", "42P01"})
    void anErrorOfTheDriverIsNoAnswerOfTheServer(@Nullable String state) {
        assertThat(SqlState.isServerAnswer(error(state))).isFalse();
        assertThat(SqlState.isConnectionLost(error(state))).isFalse();
        assertThatThrownBy(() -> SqlState.requireServerAnswer(error(state))).isInstanceOf(SQLException.class);
    }

    @Test
    void findsTheErrorOfTheDatabaseAndOnlyThat() {
        SQLException cause = error("42P01");

        assertThat(SqlState.of(cause)).containsSame(cause);
        assertThat(SqlState.of(new IllegalStateException(cause))).containsSame(cause);
        assertThat(SqlState.of(new IllegalStateException("none"))).isEmpty();
    }
}
