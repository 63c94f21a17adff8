/* SPDX-License-Identifier: Apache-2.0 */
/** Customers: the entity, its repository and the REST interface under {@code /api/customers}. */
@NullMarked
package dev.retort.demo.shop.customer;

import org.jspecify.annotations.NullMarked;
