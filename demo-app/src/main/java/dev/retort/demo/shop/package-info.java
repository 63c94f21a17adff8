/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Products, stock, orders and invoices: entities, repositories, services and the REST interface under {@code /api}. Uses
 * the customers and the problems below it; no other package uses any of them.
 */
@NullMarked
package dev.retort.demo.shop;

import org.jspecify.annotations.NullMarked;
