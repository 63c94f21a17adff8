/* SPDX-License-Identifier: Apache-2.0 */
/** The command that writes revisions of the migrations of another tool. */
@NullMarked
package dev.retort.cli.imports;

import org.jspecify.annotations.NullMarked;
