/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates the schema of the real database in a scratch database, without its rows.
 *
 * @param scratch the session in the scratch database
 */
record StartingSchema(MigrationConnection scratch) {

    private static final int TOGETHER = 50;

    /**
     * Creates it.
     *
     * @param real the schema of the real database
     * @return what could not be created, a sentence each
     */
    List<String> create(DatabaseSchema real) throws SQLException {
        ServerVersion version = new ServerVersion(scratch.majorVersion());
        DatabaseSchema present = new CatalogReader().read(scratch, Scope.ofDatabase());
        List<Operation> operations =
                new SchemaDiff(DiffSettings.of(version)).between(present, real).operations();
        SqlRenderer renderer = SqlRenderer.of(version);
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            statements.addAll(renderer.render(operation));
        }
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < statements.size(); i += TOGETHER) {
            run(statements.subList(i, Math.min(i + TOGETHER, statements.size())), remarks);
        }
        if (!real.others().isEmpty()) {
            remarks.add("The scratch database lacks what Retort does not describe: "
                    + String.join(
                            ", ",
                            real.others().stream()
                                    .limit(10)
                                    .map(Object::toString)
                                    .toList()) + ".");
        }
        return remarks;
    }

    /** Several statements in one message are one transaction: where one fails, each runs on its own. */
    private void run(List<String> statements, List<String> remarks) throws SQLException {
        try {
            scratch.execute(String.join(";\n", statements));
        } catch (SQLException e) {
            SqlState.requireServerAnswer(e);
            for (String statement : statements) {
                runAlone(statement, remarks);
            }
        }
    }

    private void runAlone(String statement, List<String> remarks) throws SQLException {
        try {
            scratch.execute(statement);
        } catch (SQLException e) {
            SqlState.requireServerAnswer(e);
            String line = statement.replaceAll("\\s+", " ");
            remarks.add("The scratch database lacks an object of the real one, because it could not be created ("
                    + e.getMessage() + "): " + line.substring(0, Math.min(line.length(), 120)));
        }
    }
}
