/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a Java revision before it runs.
 *
 * @param context what its code works with
 * @param unknown why its statements cannot be shown; {@code null} where they can, or need not be
 * @param reversal the operations of its upgrade, if the downgrade is its reversal; otherwise {@code null}
 */
public record JavaPreview(
        CodeContext context,
        @Nullable String unknown,
        @Nullable Recording reversal) {}
