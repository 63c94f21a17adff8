/* SPDX-License-Identifier: Apache-2.0 */
/**
 * SQL as text: the lexer, the statement splitter, quoting and the fingerprint of a script. Pure: nothing here talks to a
 * server; may import only {@code error}.
 */
@NullMarked
package dev.retort.sql;

import org.jspecify.annotations.NullMarked;
