/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The Maven goals. Those named after commands run the application's main class in a separate process, so that the
 * application's configuration applies; {@code verify-scripts} checks the scripts in every build. Only Maven uses this
 * package.
 */
@NullMarked
package dev.retort.maven;

import org.jspecify.annotations.NullMarked;
