/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run.found;

import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Definitions.unique;
import static dev.retort.migration.Types.bigint;
import static dev.retort.migration.Types.text;
import static dev.retort.migration.Types.varchar;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.util.Optional;

@Revision(id = "customer", message = "create customer")
final class CreateCustomer implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(
                "customer",
                column("id", bigint()).identity().primaryKey(),
                column("name", text()).notNull(),
                column("email", varchar(320)).notNull().defaultTo("''"),
                unique("name", "email").named("uq_customer"));
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.of("1");
    }
}
