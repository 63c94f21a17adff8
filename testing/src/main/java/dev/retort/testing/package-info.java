/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tests of one's migrations: {@link dev.retort.testing.MigrationTests} is a test class that is there already,
 * {@link dev.retort.testing.MigrationAssert} its checks one by one, and {@link dev.retort.testing.MigratedDatabase} gives a test a
 * migrated database of its own. Nobody in Retort imports it; it imports no Spring.
 */
@NullMarked
package dev.retort.testing;

import org.jspecify.annotations.NullMarked;
