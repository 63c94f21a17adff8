/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a user's own code sees of a run: {@link dev.retort.migration.MigrationListener} and the events it hears. Pure; the
 * Java revisions' interfaces live here too.
 */
@NullMarked
package dev.retort.migration;

import org.jspecify.annotations.NullMarked;
