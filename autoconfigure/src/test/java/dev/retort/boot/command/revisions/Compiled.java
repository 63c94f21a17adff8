/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command.revisions;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.util.Optional;

/** A revision that cannot be instantiated: commands that write scripts need only its annotation. */
@Revision(id = "compiled", down = "b1")
final class Compiled implements Migration {

    Compiled() {
        throw new IllegalStateException("Not instantiated");
    }

    @Override
    public void upgrade(Operations op) {
        op.execute("SELECT 1");
    }

    @Override
    public Optional<String> fingerprint() {
        return Optional.of("1");
    }
}
