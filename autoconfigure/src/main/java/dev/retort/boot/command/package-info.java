/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commands in the application's own jar: {@code java -jar app.jar migrations <command>}. The application starts
 * only as far as needed for its configuration and its connections. No other package uses this one.
 */
@NullMarked
package dev.retort.boot.command;

import org.jspecify.annotations.NullMarked;
