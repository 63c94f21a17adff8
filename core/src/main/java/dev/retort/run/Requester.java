/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * The requester of a run.
 *
 * @param kind a service that starts, or an operator
 * @param principal the authenticated name; {@code null} when there is none
 * @since 0.1
 */
public record Requester(Kind kind, @Nullable String principal) {

    /** The two kinds of requester. */
    public enum Kind {
        /** A starting service: respects a hold, never uses scripts stored in the database. */
        STARTUP,
        /** An explicit command: a downgrade sets a hold, an upgrade may release one. */
        OPERATOR
    }

    /** {@return a starting service} */
    public static Requester startup() {
        return new Requester(Kind.STARTUP, null);
    }

    /**
     * {@return an operator or a job that gave an explicit command}
     *
     * @param principal the authenticated name, for the history; {@code null} when there is none
     */
    public static Requester operator(@Nullable String principal) {
        return new Requester(Kind.OPERATOR, principal);
    }

    /** {@return whether this is an explicit command} */
    public boolean isOperator() {
        return kind == Kind.OPERATOR;
    }
}
