/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Values of settings, each with its default: policies, table names, session settings, lock timeouts, where new
 * scripts are written.
 */
@NullMarked
package dev.retort.settings;

import org.jspecify.annotations.NullMarked;
