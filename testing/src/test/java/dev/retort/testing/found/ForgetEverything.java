/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.found;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;

/** A revision without a downgrade whose upgrade cannot be reversed. */
@Revision(id = "j1", message = "forget everything")
final class ForgetEverything implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("SELECT 1");
    }
}
