/* SPDX-License-Identifier: Apache-2.0 */
/** Configuration properties under {@code retort.}. */
@NullMarked
package dev.retort.boot.properties;

import org.jspecify.annotations.NullMarked;
