/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.testing.TestedMigrations;
import dev.retort.testing.database.TestDatabase;
import java.util.List;

/**
 * The database of a context and what is to be in it.
 *
 * @param database the database
 * @param target how far it is migrated
 * @param roles the roles that scripts refer to
 */
record TestedDatabase(TestDatabase database, String target, List<String> roles) {

    private static final String BASE = "base";

    /** {@return whether it stays empty} */
    boolean staysEmpty() {
        return target.equals(BASE);
    }

    /**
     * Makes it a copy of a migrated database.
     *
     * @throws RetortException when that cannot be migrated
     */
    void fill(Retort retort) {
        database.resetTo(TestedMigrations.of(retort).withRoles(roles).template(target));
    }

    /**
     * Refuses migrations that lead to another database: it may be one that somebody needs.
     *
     * @throws RetortException when they do
     */
    void requireSame(Retort retort) {
        String address = retort.address();
        if (!address.equals(database.address().toString())) {
            throw new RetortException(
                    "The migrations of the application do not lead to the database of the test.",
                    "The test was given " + database.address() + ", and the DataSource of "
                            + retort.settings().name() + " leads to " + address + ".",
                    "Let the application make its DataSource of spring.datasource.*, as Spring Boot does. A test of an"
                            + " application with several databases has to make them itself, without @MigratedDatabase.");
        }
    }
}
