/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

/** The kinds of files that Flyway knows. */
enum FlywayKind {
    /** {@code V}: runs once, by its version. */
    VERSIONED,
    /** {@code R}: runs again when its text changes. */
    REPEATABLE,
    /** {@code U}: reverses a version. */
    UNDO,
    /** {@code B}: replaces all versions up to its own in a new database. */
    BASELINE,
    /** Runs at an event. */
    CALLBACK;

    /** {@return whether the name holds a version} */
    boolean isVersioned() {
        return this == VERSIONED || this == UNDO || this == BASELINE;
    }
}
