/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

/** Code of a Java revision wants something that only a database can give, and there is none at hand. */
public final class UnrecordableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnrecordableException(String why) {
        super(why);
    }
}
