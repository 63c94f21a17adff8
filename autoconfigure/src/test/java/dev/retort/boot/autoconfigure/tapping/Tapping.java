/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure.tapping;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes through another connection than that of the migration. */
@Revision(id = "tapping", down = "3f9c2a7b1d04")
final class Tapping implements Migration {

    private final Ledger ledger;

    Tapping(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void upgrade(Operations op) {
        try (Connection connection = ledger.dataSource().getConnection()) {
            connection.createStatement().execute("CREATE TABLE tapped ()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
