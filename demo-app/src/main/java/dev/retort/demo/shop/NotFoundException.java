/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

/** Thrown for an unknown resource. */
final class NotFoundException extends RuntimeException {

    NotFoundException(String what, Object key) {
        super("There is no %s %s.".formatted(what, key));
    }
}
