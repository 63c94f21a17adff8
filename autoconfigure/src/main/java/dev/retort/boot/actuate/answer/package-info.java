/* SPDX-License-Identifier: Apache-2.0 */
/** Bodies of the endpoint's answers. */
@NullMarked
package dev.retort.boot.actuate.answer;

import org.jspecify.annotations.NullMarked;
