/* SPDX-License-Identifier: Apache-2.0 */
/** Reads and writes the history of Liquibase: what its rows say, its lock, and the rows that Retort adds. */
@NullMarked
package dev.retort.internal.adopt.liquibase;

import org.jspecify.annotations.NullMarked;
