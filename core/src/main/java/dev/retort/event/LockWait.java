/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.event;

import java.time.Duration;

/**
 * A wait for the migration lock.
 *
 * @param waited since its first attempt
 * @param holder the session that holds the lock: its process id, user, application and state
 * @since 0.1
 */
public record LockWait(Duration waited, String holder) {

    @Override
    public String toString() {
        return "Waiting for the migration lock for " + waited.toSeconds() + " s, held by " + holder;
    }
}
