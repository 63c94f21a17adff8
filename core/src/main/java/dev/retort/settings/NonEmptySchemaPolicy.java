/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

/**
 * What to do with a schema that has objects but no version table.
 *
 * @since 0.1
 */
public enum NonEmptySchemaPolicy {
    /** Refuses to run; the error names the commands that adopt the schema. */
    REFUSE,
    /** Runs from the base. */
    RUN,
    /** Takes it over from another migration tool, whose history table says which revisions it is at. */
    ADOPT
}
