/* SPDX-License-Identifier: Apache-2.0 */
/** Java revisions under test. */
@NullMarked
package dev.retort.testing.found;

import org.jspecify.annotations.NullMarked;
