/* SPDX-License-Identifier: Apache-2.0 */
/** A small shop as a service with Retort: its tables come from the scripts in {@code db/migrations}. */
@NullMarked
package dev.retort.demo;

import org.jspecify.annotations.NullMarked;
