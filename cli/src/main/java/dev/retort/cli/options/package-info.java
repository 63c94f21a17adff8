/* SPDX-License-Identifier: Apache-2.0 */
/** Groups of options that several commands share. */
@NullMarked
package dev.retort.cli.options;

import org.jspecify.annotations.NullMarked;
