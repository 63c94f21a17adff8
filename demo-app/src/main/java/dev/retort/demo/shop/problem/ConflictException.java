/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.problem;

/** Thrown if a request conflicts with the current state. */
public final class ConflictException extends RuntimeException {

    public ConflictException(String message) {
        super(message);
    }
}
