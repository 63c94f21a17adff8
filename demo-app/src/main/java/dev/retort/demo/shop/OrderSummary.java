/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import java.math.BigDecimal;
import java.time.Instant;

/** An order in a list. */
record OrderSummary(
        long id, String customer, OrderStatus status, BigDecimal total, String currency, Instant placedAt) {}
