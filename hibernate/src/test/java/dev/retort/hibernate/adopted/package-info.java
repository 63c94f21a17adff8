/* SPDX-License-Identifier: Apache-2.0 */
/** Entities with existing databases. */
@NullMarked
package dev.retort.hibernate.adopted;

import org.jspecify.annotations.NullMarked;
