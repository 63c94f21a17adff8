/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.migration.Migration;
import dev.retort.migration.MigrationFactory;
import org.jspecify.annotations.Nullable;

/**
 * The class of a Java revision, and its instance once that was asked for.
 *
 * <p>Used by one run at a time, because each run reads its scripts again.
 */
public final class RevisionCode {

    private final Class<? extends Migration> type;
    private final MigrationFactory factory;
    private @Nullable Migration migration;

    public RevisionCode(Class<? extends Migration> type, MigrationFactory factory) {
        this.type = type;
        this.factory = factory;
    }

    /** {@return the class} */
    public Class<? extends Migration> type() {
        return type;
    }

    /**
     * {@return the instance, made when first asked for}
     *
     * @throws dev.retort.error.RetortException when it cannot be made
     */
    public Migration migration() {
        if (migration == null) {
            migration = factory.create(type);
        }
        return migration;
    }

    @Override
    public String toString() {
        return type.getName();
    }
}
