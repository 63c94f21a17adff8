/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Customers, products, orders and invoices: entities, repositories, services and the REST interface under {@code /api}.
 * No other package uses it.
 */
@NullMarked
package dev.retort.demo.shop;

import org.jspecify.annotations.NullMarked;
