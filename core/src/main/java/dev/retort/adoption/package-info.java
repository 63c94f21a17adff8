/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Taking a database over from another migration tool, and giving it back: what is asked, what came of it, and why it was
 * refused.
 */
@NullMarked
package dev.retort.adoption;

import org.jspecify.annotations.NullMarked;
