/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.OriginalRun;
import dev.retort.internal.imports.liquibase.Reflected.LiquibaseFailure;
import dev.retort.internal.sql.Identifiers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs a changelog with Liquibase itself.
 *
 * @param classes the class path with Liquibase
 * @param settings the settings of the project
 * @param roots the folders from which files are named
 */
record LiquibaseRun(ClassLoader classes, LiquibaseSettings settings, List<Path> roots) implements OriginalRun {

    @Override
    public List<String> run(DataSource database) {
        try (Connection connection = database.getConnection()) {
            update(connection);
            connection.setAutoCommit(true);
            return withoutTables(connection);
        } catch (LiquibaseFailure e) {
            throw failed("Liquibase answered: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private void update(Connection connection) throws LiquibaseFailure, SQLException {
        connection.setAutoCommit(false);
        try (LiquibaseSession session = LiquibaseSession.open(classes, settings, roots)) {
            session.update(connection);
        }
    }

    private static RetortException failed(String why, Exception cause) {
        return new RetortException(
                "The import was not proven: the changelog fails in a new database.",
                why,
                "If a role or an extension is missing, name a scratch server that has it (retort.scratch-url).",
                cause);
    }

    private List<String> withoutTables(Connection connection) throws SQLException {
        String table = Identifiers.quote(settings.schema().isEmpty() ? null : settings.schema(), settings.table());
        List<String> notes = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT filename, id, author FROM " + table
                    + " WHERE exectype OPERATOR(pg_catalog.=) 'MARK_RAN' ORDER BY orderexecuted")) {
                while (rows.next()) {
                    notes.add(new ChangeSetName(rows.getString(2), rows.getString(3), rows.getString(1))
                            + " is not run in a new database: its precondition does not hold there");
                }
            }
            statement.execute("DROP TABLE " + table);
            statement.execute("DROP TABLE IF EXISTS "
                    + Identifiers.quote(
                            settings.schema().isEmpty() ? null : settings.schema(), "databasechangeloglock"));
        }
        return notes;
    }
}
