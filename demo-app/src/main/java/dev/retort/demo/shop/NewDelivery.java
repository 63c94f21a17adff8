/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A delivery into the store as a client sends it. */
record NewDelivery(
        @Positive @Max(100_000) int quantity,
        @Nullable @Size(max = 200) String note) {}
