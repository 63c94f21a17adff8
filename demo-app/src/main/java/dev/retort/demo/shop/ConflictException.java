/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

/** What is asked for contradicts what is there. */
final class ConflictException extends RuntimeException {

    ConflictException(String message) {
        super(message);
    }
}
