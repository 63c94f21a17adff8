/* SPDX-License-Identifier: Apache-2.0 */
/** The command {@code squash}. Internal. */
@NullMarked
package dev.retort.cli.squash;

import org.jspecify.annotations.NullMarked;
