/* SPDX-License-Identifier: Apache-2.0 */
/** Health, info and meters, and the cached state of databases that they share. */
@NullMarked
package dev.retort.boot.actuate.status;

import org.jspecify.annotations.NullMarked;
