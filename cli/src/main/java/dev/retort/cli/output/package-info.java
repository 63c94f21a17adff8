/* SPDX-License-Identifier: Apache-2.0 */
/** What commands print: lines of revisions and steps, progress, graphs, differences. */
@NullMarked
package dev.retort.cli.output;

import org.jspecify.annotations.NullMarked;
