/* SPDX-License-Identifier: Apache-2.0 */
/** Requests and results of a run, and the exceptions that a run throws. */
@NullMarked
package dev.retort.run;

import org.jspecify.annotations.NullMarked;
