/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A PostgreSQL of the application's own, for machines that have none: only used without {@code POSTGRES_HOST}. A service
 * in production has no such package; {@link EmbeddedServer} is the only class that knows the embedded binaries.
 */
@NullMarked
package dev.retort.demo.database;

import org.jspecify.annotations.NullMarked;
