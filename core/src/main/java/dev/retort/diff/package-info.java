/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What users see of a comparison: the difference, the customizer that rewrites it, filters and renames. The
 * comparison itself is in {@code internal.diff}.
 */
@NullMarked
package dev.retort.diff;

import org.jspecify.annotations.NullMarked;
