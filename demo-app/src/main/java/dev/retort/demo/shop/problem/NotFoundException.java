/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop.problem;

/** Thrown for an unknown resource. */
public final class NotFoundException extends RuntimeException {

    public NotFoundException(String what, Object key) {
        super("There is no %s %s.".formatted(what, key));
    }
}
