/* SPDX-License-Identifier: Apache-2.0 */
/** Settings of the commands: options, environment, {@code .env}, libpq's variables. */
@NullMarked
package dev.retort.cli.settings;

import org.jspecify.annotations.NullMarked;
