/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.jdbc.SqlWork;
import dev.retort.migration.Row;
import dev.retort.migration.SqlCall;
import dev.retort.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement of a Java revision, run on the migration's own connection. */
final class LiveCall implements SqlCall {

    private final LiveStatements statements;
    private final SqlStatement sql;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    LiveCall(LiveStatements statements, SqlStatement sql) {
        this.statements = statements;
        this.sql = sql;
    }

    @Override
    public SqlCall param(@Nullable Object value) {
        parameters.add(value);
        return this;
    }

    @Override
    public <T> List<T> query(Function<Row, T> mapper) {
        return run(() -> connection().query(sql.text(), row -> mapper.apply(new ResultRow(row)), parameters.toArray()));
    }

    @Override
    public <T> Optional<T> queryOptional(Function<Row, T> mapper) {
        List<T> rows = query(mapper);
        if (rows.size() > 1) {
            throw new RetortException(
                    "The query at " + statements.line() + " gave " + rows.size() + " rows.",
                    "queryOptional takes one at most.",
                    "Narrow the query, or use query(...).");
        }
        return rows.stream().findFirst();
    }

    /** What an earlier run of the code committed is not run again; then no row is changed. */
    @Override
    public long update() {
        String given = parameters.isEmpty() ? "" : " -- " + parameters;
        SqlStatement numbered = new SqlStatement(sql.text() + given, sql.line(), null);
        return statements.change(numbered, () -> connection().update(sql.text(), parameters.toArray()));
    }

    private MigrationConnection connection() {
        return statements.runner().connection();
    }

    private <T> T run(SqlWork<T> work) {
        return statements.runner().watched(statements.step(), sql, work);
    }
}
