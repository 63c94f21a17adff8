/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.error.RetortException.Category;

/**
 * The error statuses of the endpoint.
 *
 * @since 0.1
 */
public enum ErrorStatus {
    BAD_REQUEST(400, "Bad Request"),
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    CONFLICT(409, "Conflict"),
    LOCKED(423, "Locked"),
    INTERNAL_SERVER_ERROR(500, "Internal Server Error");

    private final int code;
    private final String phrase;

    ErrorStatus(int code, String phrase) {
        this.code = code;
        this.phrase = phrase;
    }

    static ErrorStatus of(Category category) {
        return switch (category) {
            case UNUSABLE_REQUEST -> BAD_REQUEST;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case LOCKED -> LOCKED;
            case FAILED -> INTERNAL_SERVER_ERROR;
        };
    }

    int code() {
        return code;
    }

    String phrase() {
        return phrase;
    }
}
