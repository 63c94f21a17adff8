/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.Retort;
import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import dev.retort.settings.TableNames;
import dev.retort.testing.database.TestDatabase;
import java.sql.SQLException;

/** An initially empty database for trying migrations, and a session that reads its schema after each step. */
final class Trial implements AutoCloseable {

    private final TestDatabase database;
    private final Retort retort;
    private final MigrationConnection session;
    private final Scope scope;

    private Trial(TestDatabase database, Retort retort, MigrationConnection session) {
        this.database = database;
        this.retort = retort;
        this.session = session;
        TableNames tables = retort.settings().tables();
        this.scope = Scope.ofDatabase().without(tables.schema(), tables.all());
    }

    static Trial of(TestedMigrations migrations) {
        TestDatabase database = migrations.emptyDatabase();
        try {
            ConnectionSource source = ConnectionSource.withoutRetries(database.dataSource());
            return new Trial(database, migrations.on(database), source.open());
        } catch (Throwable failure) {
            database.close();
            throw failure;
        }
    }

    /** {@return the facade of the database} */
    Retort retort() {
        return retort;
    }

    /** {@return the current schema} */
    SchemaSnapshot read() {
        try {
            DatabaseSchema schema = new CatalogReader().read(session, scope);
            String home = session.queryOne("SELECT pg_catalog.current_schema()", row -> row.getString(1));
            FurtherFacts further =
                    FurtherFacts.read(session, retort.settings().tables().all());
            return new SchemaSnapshot(schema, further, new ServerVersion(session.majorVersion()), home);
        } catch (SQLException e) {
            throw new DatabaseException("The schema of the " + database + " could not be read.", e);
        }
    }

    /** Ends the session and drops the database. */
    @Override
    public void close() {
        session.close();
        database.close();
    }
}
