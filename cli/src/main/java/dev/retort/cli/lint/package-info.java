/* SPDX-License-Identifier: Apache-2.0 */
/** The reports of {@code lint} in the formats that people, code hosts and build servers read, and the file of sizes. */
@NullMarked
package dev.retort.cli.lint;

import org.jspecify.annotations.NullMarked;
