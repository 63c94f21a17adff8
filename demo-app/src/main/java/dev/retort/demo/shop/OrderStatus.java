/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

/** Where an order stands. The type {@code order_status} in the database has the same values. */
enum OrderStatus {
    CANCELLED,
    PLACED,
    SHIPPED
}
