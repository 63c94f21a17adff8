/* SPDX-License-Identifier: Apache-2.0 */
/** The commands that move a project and its databases in from another tool. */
@NullMarked
package dev.retort.cli.adopt;

import org.jspecify.annotations.NullMarked;
