/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commands in the application's own jar: {@code java -jar app.jar migrations <command>}. The application is started as
 * far as it takes to know its configuration and to have its connections, and no further. Nobody imports this package.
 */
@NullMarked
package dev.retort.boot.command;

import org.jspecify.annotations.NullMarked;
