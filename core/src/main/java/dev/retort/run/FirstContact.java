/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

/** What to do with a schema that has objects but no version table. */
public enum FirstContact {
    /** Refuses, and names the commands that adopt the schema. */
    REFUSE,
    /** Runs from the base. */
    RUN
}
