/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What Retort keeps in the database: version rows (Alembic's own table), history, script texts and the progress of
 * autocommit statements. May import {@code graph}, {@code jdbc} and {@code sql}.
 */
@NullMarked
package dev.retort.history;

import org.jspecify.annotations.NullMarked;
