/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the shop.
 *
 * @param currency the ISO 4217 code of new orders
 */
@ConfigurationProperties("demo.shop")
@Validated
record ShopProperties(
        @DefaultValue("EUR") @Pattern(regexp = "[A-Z]{3}") String currency) {}
