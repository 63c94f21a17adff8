/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What an application touches of Retort: the qualifier of its migration {@code DataSource}, the interfaces that change
 * the settings or the strategy, and the bean that migrates at start.
 */
@NullMarked
package dev.retort.boot;

import org.jspecify.annotations.NullMarked;
