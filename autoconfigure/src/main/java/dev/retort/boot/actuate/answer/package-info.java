/* SPDX-License-Identifier: Apache-2.0 */
/** Response bodies of the endpoint. */
@NullMarked
package dev.retort.boot.actuate.answer;

import org.jspecify.annotations.NullMarked;
