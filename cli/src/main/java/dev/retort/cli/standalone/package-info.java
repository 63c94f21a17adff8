/* SPDX-License-Identifier: Apache-2.0 */
/** The stand-alone command: its settings, its connection, its scratch server. */
@NullMarked
package dev.retort.cli.standalone;

import org.jspecify.annotations.NullMarked;
