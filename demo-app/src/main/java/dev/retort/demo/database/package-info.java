/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An embedded PostgreSQL for machines without a server; used only without {@code POSTGRES_HOST}. A production service
 * does not need this package; only {@link EmbeddedServer} uses the embedded binaries.
 */
@NullMarked
package dev.retort.demo.database;

import org.jspecify.annotations.NullMarked;
