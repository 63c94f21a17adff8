/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

/** Thrown if a request conflicts with the current state. */
final class ConflictException extends RuntimeException {

    ConflictException(String message) {
        super(message);
    }
}
