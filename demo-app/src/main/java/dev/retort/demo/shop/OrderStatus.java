/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

/** Where an order stands. The type {@code orderstatus} in the database has the same values. */
enum OrderStatus {
    CANCELLED,
    PLACED,
    SHIPPED
}
