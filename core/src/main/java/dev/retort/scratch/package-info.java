/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A database to try things in: {@link dev.retort.scratch.ScratchDatabases} makes one that resembles the real one, runs
 * a model's own DDL in it ({@link dev.retort.scratch.SchemaModel}, {@link dev.retort.scratch.ModelDdl}), and takes it away
 * again. PostgreSQL itself then says what the model means; nothing of the user's database is touched. May import
 * {@code jdbc} and {@code sql}.
 */
@NullMarked
package dev.retort.scratch;

import org.jspecify.annotations.NullMarked;
