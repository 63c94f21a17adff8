/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The facade: {@link dev.retort.Retort} is the one way to look at a database and to migrate it, with its settings.
 * Every caller (service start, actuator endpoint, commands) goes through it; nothing in core imports this package.
 */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
