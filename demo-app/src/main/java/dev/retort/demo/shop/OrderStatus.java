/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

/** The status of an order. The type {@code orderstatus} in the database has the same values. */
enum OrderStatus {
    CANCELLED,
    PLACED,
    SHIPPED
}
