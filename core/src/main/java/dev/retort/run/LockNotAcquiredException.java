/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.error.RetortException;
import org.jspecify.annotations.Nullable;

/**
 * Another run holds the migration lock, and the time to wait for it is over.
 *
 * @since 0.1
 */
public final class LockNotAcquiredException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** The session that holds the lock; {@code null} when it could not be seen. */
    private final @Nullable String holder;

    /**
     * Creates the error.
     *
     * @param holder the session that holds the lock; {@code null} when it could not be seen
     */
    public LockNotAcquiredException(@Nullable String holder) {
        super(
                "Another run holds the migration lock of this database.",
                holder == null ? "Its session is not visible." : "The holder is " + holder + ".",
                "Wait until it ends and try again; if it hangs, end its session with pg_terminate_backend.");
        this.holder = holder;
    }

    /** {@return the session that holds the lock; {@code null} when it could not be seen} */
    public @Nullable String holder() {
        return holder;
    }

    @Override
    public Category category() {
        return Category.LOCKED;
    }
}
