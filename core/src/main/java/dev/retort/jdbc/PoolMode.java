/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.jdbc;

/** When a pooler gives the server session of one client to another (pgbouncer: {@code pool_mode}). */
enum PoolMode {
    /** When the client disconnects: until then the session is the client's own. */
    SESSION,
    /** After each transaction. */
    TRANSACTION,
    /** After each statement. */
    STATEMENT
}
