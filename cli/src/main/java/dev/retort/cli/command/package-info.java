/* SPDX-License-Identifier: Apache-2.0 */
/** The base classes of all commands, and the commands that run revisions or report on them, one class each. */
@NullMarked
package dev.retort.cli.command;

import org.jspecify.annotations.NullMarked;
