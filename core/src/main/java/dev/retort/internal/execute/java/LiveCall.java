/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.java;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.ParameterValue;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementTraits;
import dev.retort.internal.step.StatementAnswer;
import dev.retort.migration.Row;
import dev.retort.migration.SqlCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement of a Java revision, run on the migration's own connection. */
final class LiveCall implements SqlCall {

    private static final int FETCHED = 1000;

    private final LiveStatements statements;
    private final SqlStatement sql;
    private final FirstFailure failure;
    private final List<ParameterValue> parameters = new ArrayList<>();

    LiveCall(LiveStatements statements, SqlStatement sql, FirstFailure failure) {
        this.statements = statements;
        this.sql = sql;
        this.failure = failure;
    }

    @Override
    public SqlCall param(@Nullable Object value) {
        return failure.guard(() -> {
            parameters.add(parameter(value));
            return this;
        });
    }

    private ParameterValue parameter(@Nullable Object value) {
        try {
            return ParameterValue.of(value);
        } catch (IllegalArgumentException e) {
            throw new RetortException(
                    "Parameter " + (parameters.size() + 1) + " at " + statements.line() + " has no SQL type.",
                    String.valueOf(e.getMessage()),
                    "Pass a value that SqlCall.param accepts; for any other type, pass a text and cast it in the"
                            + " SQL: ?::type.",
                    e);
        }
    }

    @Override
    public <T> List<T> query(Function<Row, T> mapper) {
        return failure.guard(() -> rows(mapper));
    }

    /** What only reads is asked each time. What an earlier run of the code wrote is not written again: its answer was kept. */
    private <T> List<T> rows(Function<Row, T> mapper) throws SQLException {
        if (StatementTraits.onlyReads(sql)) {
            return statements.ask(
                    sql, () -> connection().query(sql.text(), row -> mapper.apply(new ResultRow(row)), values()));
        }
        List<T> mapped = new ArrayList<>();
        for (Row row : statements.change(sql, "query " + given(), this::written).readable()) {
            mapped.add(mapper.apply(row));
        }
        return mapped;
    }

    private StatementAnswer written() throws SQLException {
        StatementAnswer.Collector collector = new StatementAnswer.Collector();
        connection().query(sql.text(), collector::add, values());
        return collector.answer();
    }

    @Override
    public void forEach(Consumer<Row> action) {
        failure.guard(() -> {
            if (!StatementTraits.onlyReads(sql)) {
                throw new RetortException(
                        "The query at " + statements.line() + " writes.",
                        "forEach(...) only reads: Retort stores the whole result of a statement that writes.",
                        "Use query(...), or update() and then a query.");
            }
            statements.stream(sql, () -> {
                connection().stream(sql.text(), FETCHED, row -> accept(action, row), values());
                return true;
            });
            return true;
        });
    }

    private static boolean accept(Consumer<Row> action, ResultSet row) {
        action.accept(new ResultRow(row));
        return true;
    }

    @Override
    public <T> Optional<T> queryOptional(Function<Row, T> mapper) {
        return failure.guard(() -> {
            List<T> rows = rows(mapper);
            if (rows.size() > 1) {
                throw new RetortException(
                        "The query at " + statements.line() + " gave " + rows.size() + " rows.",
                        "queryOptional allows at most one.",
                        "Narrow the query, or use query(...).");
            }
            return rows.stream().findFirst();
        });
    }

    @Override
    public long update() {
        return failure.guard(() -> statements.change(sql, given(), this::changed))
                .count();
    }

    private StatementAnswer changed() throws SQLException {
        return StatementAnswer.ofCount(connection().update(sql.text(), values()));
    }

    private String given() {
        StringBuilder given = new StringBuilder();
        for (ParameterValue parameter : parameters) {
            given.append(parameter.canonical().length()).append(':').append(parameter.canonical());
        }
        return given.toString();
    }

    private @Nullable Object[] values() {
        return parameters.stream().map(ParameterValue::value).toArray();
    }

    private MigrationConnection connection() {
        return statements.runner().connection();
    }
}
