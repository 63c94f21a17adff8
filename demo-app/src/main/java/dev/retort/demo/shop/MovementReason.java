/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

/** Why stock moved. */
enum MovementReason {
    DELIVERY,
    SALE,
    CANCELLATION
}
