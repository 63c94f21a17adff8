/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run.sample;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what a test says. */
@Revision(id = "j", message = "sample")
public final class Sample implements Migration {

    private final Consumer<Operations> upgrade;
    private final @Nullable Consumer<Operations> downgrade;

    /** Makes a revision; without a downgrade it is the reversed upgrade. */
    public Sample(Consumer<Operations> upgrade, @Nullable Consumer<Operations> downgrade) {
        this.upgrade = upgrade;
        this.downgrade = downgrade;
    }

    @Override
    public void upgrade(Operations op) {
        upgrade.accept(op);
    }

    @Override
    public void downgrade(Operations op) {
        if (downgrade == null) {
            Migration.super.downgrade(op);
        } else {
            downgrade.accept(op);
        }
    }
}
