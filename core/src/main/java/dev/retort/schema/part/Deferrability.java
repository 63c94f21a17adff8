/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

/**
 * When a constraint is checked.
 *
 * @since 0.1
 */
public enum Deferrability {
    /** After each statement, whatever a transaction says. */
    NOT_DEFERRABLE,
    /** After each statement unless a transaction defers it. */
    INITIALLY_IMMEDIATE,
    /** At commit unless a transaction says otherwise. */
    INITIALLY_DEFERRED
}
