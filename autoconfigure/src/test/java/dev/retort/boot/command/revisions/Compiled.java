/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command.revisions;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.util.Optional;

/** A revision that can be made by nobody: commands that write need only its place. */
@Revision(id = "compiled", down = "b1")
final class Compiled implements Migration {

    Compiled() {
        throw new IllegalStateException("Nobody makes this");
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
