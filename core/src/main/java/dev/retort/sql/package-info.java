/* SPDX-License-Identifier: Apache-2.0 */
/**
 * SQL as text: {@link dev.retort.sql.SqlScanner} splits it as psql does, {@link dev.retort.sql.StatementTraits} tells what
 * a statement is, {@link dev.retort.sql.Fingerprint} hashes what the server reads, {@link dev.retort.sql.Identifiers}
 * quotes. Pure: nothing here talks to a server; may import only {@code error}.
 *
 * <p>Every script of a service passes here at each start, so text is read once, as bytes, without regular expressions.
 */
@NullMarked
package dev.retort.sql;

import org.jspecify.annotations.NullMarked;
