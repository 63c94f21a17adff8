/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order as a client sends it. */
record NewOrder(
        @NotNull Long customerId, @NotEmpty @Size(max = 100) List<@Valid @NotNull Line> lines) {

    record Line(
            @NotBlank String sku, @Positive @Max(100_000) int quantity) {}

    /** {@return how much of each product, in the order in which they were named; one named twice is one line} */
    Map<String, Integer> quantities() {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
        return quantities;
    }
}
