/* SPDX-License-Identifier: Apache-2.0 */
/** The revisions that are classes; they stand in one graph with the scripts in {@code db/migrations}. */
@NullMarked
package dev.retort.demo.migrations;

import org.jspecify.annotations.NullMarked;
