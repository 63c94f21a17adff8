/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What an application touches of Retort: the qualifier of its migration {@code DataSource}, the interfaces that change
 * the connection, the settings or the strategy, and the exception with which a start ends.
 */
@NullMarked
package dev.retort.boot;

import org.jspecify.annotations.NullMarked;
