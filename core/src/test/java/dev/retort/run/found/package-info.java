/* SPDX-License-Identifier: Apache-2.0 */
/** Java revisions as an application writes them. */
@NullMarked
package dev.retort.run.found;

import org.jspecify.annotations.NullMarked;
