/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A movement of stock as clients see it. */
record MovementView(
        int quantity,
        MovementReason reason,
        @Nullable Long orderId,
        @Nullable String note,
        Instant occurredAt) {

    static MovementView of(StockMovement movement) {
        Order order = movement.order();
        return new MovementView(
                movement.quantity(),
                movement.reason(),
                order == null ? null : order.id(),
                movement.note(),
                movement.occurredAt());
    }
}
