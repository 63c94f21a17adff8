/* SPDX-License-Identifier: Apache-2.0 */
/** Entities beside databases that people made. */
@NullMarked
package dev.retort.hibernate.adopted;

import org.jspecify.annotations.NullMarked;
