/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.lint.question.Question;
import dev.retort.internal.lint.question.Questions;
import dev.retort.internal.lint.rule.RevisionContext;
import dev.retort.lint.DataQuestions;
import dev.retort.lint.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the real database, or a replica, whether its rows allow revisions. Reads only, and each question only for a while. */
final class DataAsker {

    private final MigrationConnection connection;
    private final DataQuestions how;

    /**
     * Creates one.
     *
     * @param connection a session of the database that is asked
     * @param how timeout and examples
     */
    DataAsker(MigrationConnection connection, DataQuestions how) {
        this.connection = connection;
        this.how = how;
    }

    List<Finding> ask(RevisionContext revision) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Question question : Questions.of(revision)) {
            try {
                List<String> keys = answer(question);
                if (!keys.isEmpty()) {
                    findings.add(question.failing(keys, how.examples()));
                }
            } catch (SQLException e) {
                SqlState.requireServerAnswer(e);
                findings.add(question.unanswered(
                        SqlState.is(SqlState.QUERY_CANCELED, e)
                                ? "the query took longer than " + how.timeout().toMillis() + " ms"
                                : String.valueOf(e.getMessage())));
            }
        }
        return findings;
    }

    private List<String> answer(Question question) throws SQLException {
        return connection.inTransaction(() -> {
            connection.execute("SET TRANSACTION READ ONLY");
            connection.execute("SET LOCAL statement_timeout = " + how.timeout().toMillis());
            connection.execute("SET LOCAL lock_timeout = 500");
            return connection.query(
                    question.sql() + " LIMIT " + (Question.COUNTED + 1), row -> String.valueOf(row.getString(1)));
        });
    }
}
