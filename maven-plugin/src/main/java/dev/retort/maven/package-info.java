/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Maven goals. Those named after commands start the application's own main class in a process of its own, so that
 * there is one way to see its configuration; {@code verify-scripts} reads the scripts in every build. Maven makes the
 * goals; nobody else imports this package.
 */
@NullMarked
package dev.retort.maven;

import org.jspecify.annotations.NullMarked;
