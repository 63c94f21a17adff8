/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The parts of a scratch database.
 *
 * @param description its name and where it is
 * @param dataSource opens sessions in it
 * @param connection a session that is set up
 * @param prepared what it was given
 * @param kind whose server it is on
 */
record ScratchParts(
        String description,
        DataSource dataSource,
        MigrationConnection connection,
        PreparedObjects prepared,
        ScratchHost.Kind kind) {

    /** Opens a session in an empty database and prepares it. */
    static ScratchParts prepare(String name, DataSource dataSource, ScratchHost host, DatabaseTemplate template)
            throws SQLException {
        MigrationConnection connection =
                ConnectionSource.withoutRetries(dataSource).open();
        try {
            connection.prepareSession(host.session());
            PreparedObjects prepared = new Preparation(connection, template).prepare(host.kind());
            return new ScratchParts(
                    "database " + name + " " + host.where(), dataSource, connection, prepared, host.kind());
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
    }
}
