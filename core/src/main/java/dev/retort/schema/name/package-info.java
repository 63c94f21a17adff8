/* SPDX-License-Identifier: Apache-2.0 */
/** Names and kinds of database objects, and the PostgreSQL version that decides which SQL exists. */
@NullMarked
package dev.retort.schema.name;

import org.jspecify.annotations.NullMarked;
