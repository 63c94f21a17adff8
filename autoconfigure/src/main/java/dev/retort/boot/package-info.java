/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The API of the starter: the qualifier of the migration {@code DataSource}, the interfaces that customize connection,
 * settings and strategy, and the exception of a failed startup.
 */
@NullMarked
package dev.retort.boot;

import org.jspecify.annotations.NullMarked;
