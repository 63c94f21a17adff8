/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.error.RetortException;

/**
 * Thrown for an invalid request to the endpoint.
 *
 * @since 0.1
 */
public final class RequestRefusedException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final Category category;

    private RequestRefusedException(Category category, String what, String why, String action) {
        super(what, why, action);
        this.category = category;
    }

    public static RequestRefusedException unusable(String what, String why, String action) {
        return new RequestRefusedException(Category.UNUSABLE_REQUEST, what, why, action);
    }

    public static RequestRefusedException notFound(String what, String why, String action) {
        return new RequestRefusedException(Category.NOT_FOUND, what, why, action);
    }

    @Override
    public Category category() {
        return category;
    }
}
