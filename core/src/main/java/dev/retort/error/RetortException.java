/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of every error that Retort throws.
 *
 * <p>Its text has three parts: what happened, why, and what to do. {@link #getMessage()} joins them in one line;
 * other forms of the error (failure analysis, HTTP body, command line) use them one by one.
 *
 * @since 0.1
 */
public class RetortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What happened, as one sentence. */
    private final String what;

    /** The reason; may be empty. */
    private final String why;

    /** What the reader can do next. */
    private final String action;

    /**
     * Creates an error from its three parts.
     *
     * @param what what happened, as one sentence
     * @param why the reason, as one or more sentences; may be empty when {@code what} says it all
     * @param action what the reader can do next
     */
    public RetortException(String what, String why, String action) {
        this(what, why, action, null);
    }

    /**
     * Creates an error from its three parts and its cause.
     *
     * @param what what happened, as one sentence
     * @param why the reason, as one or more sentences; may be empty
     * @param action what the reader can do next
     * @param cause the cause, or {@code null}
     */
    public RetortException(String what, String why, String action, @Nullable Throwable cause) {
        super(join(what, why, action), cause);
        this.what = what;
        this.why = why;
        this.action = action;
    }

    private static String join(String what, String why, String action) {
        return why.isEmpty() ? what + " " + action : what + " " + why + " " + action;
    }

    /** {@return what happened} */
    public String what() {
        return what;
    }

    /** {@return why it happened; may be empty} */
    public String why() {
        return why;
    }

    /** {@return what to do next} */
    public String action() {
        return action;
    }

    /**
     * {@return the kind of refusal or failure, from which callers derive their HTTP status or exit status}
     */
    public Category category() {
        return Category.FAILED;
    }

    /** The meaning of an error for the caller. */
    public enum Category {
        /** The request itself cannot be used: HTTP 400. */
        UNUSABLE_REQUEST,
        /** The requested object does not exist: HTTP 404. */
        NOT_FOUND,
        /** The state of scripts or database forbids it: HTTP 409. */
        CONFLICT,
        /** Another run holds the migration lock: HTTP 423. */
        LOCKED,
        /** It was tried and failed: HTTP 500. */
        FAILED
    }
}
