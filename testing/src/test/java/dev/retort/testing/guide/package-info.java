/* SPDX-License-Identifier: Apache-2.0 */
/** What the guide shows, as it is shown there. */
@NullMarked
package dev.retort.testing.guide;

import org.jspecify.annotations.NullMarked;
