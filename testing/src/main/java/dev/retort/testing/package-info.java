/* SPDX-License-Identifier: Apache-2.0 */
/**
 * JUnit support for testing migrations: {@link dev.retort.testing.MigrationTests} has predefined tests, {@link
 * dev.retort.testing.MigrationAssert} has their assertions, and {@link dev.retort.testing.MigratedDatabase} gives each
 * test its own migrated database. No other package of Retort imports it; it does not import Spring.
 */
@NullMarked
package dev.retort.testing;

import org.jspecify.annotations.NullMarked;
