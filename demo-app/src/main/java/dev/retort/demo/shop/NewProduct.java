/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** A product as a client sends it. */
record NewProduct(
        @NotNull @Pattern(regexp = "[A-Z0-9-]{1,40}") String sku,
        @NotBlank @Size(max = 120) String name,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal price) {}
