/* SPDX-License-Identifier: Apache-2.0 */
/**
 * One connection and its rules: opening, session preamble, server checks, SQLSTATEs, lock timeouts and retries, and the
 * watcher that sees who blocks. The only room that imports {@code org.postgresql}.
 */
@NullMarked
package dev.retort.jdbc;

import org.jspecify.annotations.NullMarked;
