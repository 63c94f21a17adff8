/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import org.jspecify.annotations.Nullable;

/**
 * A trigger of a table or view.
 *
 * @param name its name
 * @param definition the whole {@code CREATE TRIGGER} statement, without a semicolon at its end; empty where a partition has
 *     the trigger of its parent, but it fires in another way there
 * @param enabled when it fires
 * @param comment its comment
 * @since 0.1
 */
public record Trigger(
        String name,
        String definition,
        Firing enabled,
        @Nullable String comment) {

    /** When a trigger fires. */
    public enum Firing {
        /** In sessions that are not replicas, the default. */
        ORIGIN,
        /** Never. */
        DISABLED,
        /** In replicas only. */
        REPLICA,
        /** In every session. */
        ALWAYS
    }

    /**
     * {@return what a partition has of its parent's trigger when it fires in another way there}
     *
     * @param name the trigger's name
     * @param enabled when it fires
     */
    public static Trigger ofParent(String name, Firing enabled) {
        return new Trigger(name, "", enabled, null);
    }

    /** {@return whether a partition has it from its parent, so that it is neither created nor dropped} */
    public boolean isOfParent() {
        return definition.isEmpty();
    }
}
