/* SPDX-License-Identifier: Apache-2.0 */
/** The Java revisions; they are in one graph with the scripts in {@code db/migrations}. */
@NullMarked
package dev.retort.demo.migrations;

import org.jspecify.annotations.NullMarked;
