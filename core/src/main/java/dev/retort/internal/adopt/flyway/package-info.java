/* SPDX-License-Identifier: Apache-2.0 */
/** Reads and writes the history of Flyway: what its rows say, its lock, and the rows that Retort adds. */
@NullMarked
package dev.retort.internal.adopt.flyway;

import org.jspecify.annotations.NullMarked;
