/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

/**
 * The action of a foreign key on referencing rows.
 *
 * @since 0.1
 */
public enum ForeignKeyAction {
    /** Refused, at the latest at commit. */
    NO_ACTION,
    /** Refused at once. */
    RESTRICT,
    /** They follow. */
    CASCADE,
    /** Their columns become null. */
    SET_NULL,
    /** Their columns become their defaults. */
    SET_DEFAULT
}
