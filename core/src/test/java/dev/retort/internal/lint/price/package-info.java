/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package dev.retort.internal.lint.price;

import org.jspecify.annotations.NullMarked;
