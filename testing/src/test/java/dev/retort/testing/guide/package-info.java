/* SPDX-License-Identifier: Apache-2.0 */
/** The examples of the guide. */
@NullMarked
package dev.retort.testing.guide;

import org.jspecify.annotations.NullMarked;
