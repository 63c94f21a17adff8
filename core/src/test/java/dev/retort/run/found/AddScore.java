/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run.found;

import static dev.retort.migration.Definitions.batches;
import static dev.retort.migration.Definitions.column;
import static dev.retort.migration.Types.integer;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/** Between a class before it and a script after it. */
@Revision(id = "score", down = "customer", message = "add score")
final class AddScore implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("customer", column("score", integer()));
        op.inBatches(batches("customer", "id").update("score = length(name)").where("score IS NULL"));
        op.setNotNull("customer", "score");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("customer", "score");
    }
}
