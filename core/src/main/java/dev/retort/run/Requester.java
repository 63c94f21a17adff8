/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for a run.
 *
 * @param kind a service that starts, or a person
 * @param principal the authenticated name; {@code null} when there is none
 * @since 0.1
 */
public record Requester(Kind kind, @Nullable String principal) {

    /** The two kinds of requester. */
    public enum Kind {
        /** A starting service: never goes up past a hold, never uses scripts kept in the database. */
        STARTUP,
        /** An explicit command: a downgrade holds, an upgrade may release. */
        OPERATOR
    }

    /** {@return a starting service} */
    public static Requester startup() {
        return new Requester(Kind.STARTUP, null);
    }

    /**
     * {@return a person or a job that gave an explicit command}
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
