/* SPDX-License-Identifier: Apache-2.0 */
/** Test slices and whole applications, as an application would write them. */
@NullMarked
package dev.retort.boot.slice;

import org.jspecify.annotations.NullMarked;
