/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.spring;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.testing.TestedMigrations;
import dev.retort.testing.database.TestDatabase;
import java.util.List;

/**
 * The database of a context and its intended contents.
 *
 * @param database the database
 * @param target the target of the migration
 * @param roles the roles that scripts refer to
 */
record TestedDatabase(TestDatabase database, String target, List<String> roles) {

    private static final String BASE = "base";

    /** {@return whether it remains empty} */
    boolean staysEmpty() {
        return target.equals(BASE);
    }

    /**
     * Resets it to a copy of a migrated template.
     *
     * @throws RetortException if the template cannot be migrated
     */
    void fill(Retort retort) {
        database.resetTo(TestedMigrations.of(retort).withRoles(roles).template(target));
    }

    /**
     * Refuses migrations of another database, which may be in use.
     *
     * @throws RetortException if they use another database
     */
    void requireSame(Retort retort) {
        String address = retort.address();
        if (!address.equals(database.address().toString())) {
            throw new RetortException(
                    "The migrations of the application do not use the database of the test.",
                    "The database of the test is " + database.address() + ", and the DataSource of "
                            + retort.settings().name() + " connects to " + address + ".",
                    "Configure the application's DataSource with spring.datasource.*. A test of an application"
                            + " with several databases has to create them itself, without @MigratedDatabase.");
        }
    }
}
