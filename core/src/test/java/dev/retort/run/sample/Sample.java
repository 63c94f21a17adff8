/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run.sample;

import dev.retort.migration.Migration;
import dev.retort.migration.Operations;
import dev.retort.migration.Revision;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what a test says. */
@Revision(id = "j", message = "sample")
public class Sample implements Migration {

    private final Consumer<Operations> upgrade;

    private Sample(Consumer<Operations> upgrade) {
        this.upgrade = upgrade;
    }

    /** Makes a revision; without a downgrade it is the reversed upgrade. */
    public static Sample of(Consumer<Operations> upgrade, @Nullable Consumer<Operations> downgrade) {
        return downgrade == null ? new Sample(upgrade) : new WithDowngrade(upgrade, downgrade);
    }

    @Override
    public final void upgrade(Operations op) {
        upgrade.accept(op);
    }

    private static final class WithDowngrade extends Sample {

        private final Consumer<Operations> downgrade;

        WithDowngrade(Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
            super(upgrade);
            this.downgrade = downgrade;
        }

        @Override
        public void downgrade(Operations op) {
            downgrade.accept(op);
        }
    }
}
