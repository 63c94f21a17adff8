/* SPDX-License-Identifier: Apache-2.0 */
/** One class for each command. */
@NullMarked
package dev.retort.cli.command;

import org.jspecify.annotations.NullMarked;
