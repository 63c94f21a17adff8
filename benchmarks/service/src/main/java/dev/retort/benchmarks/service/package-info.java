/* SPDX-License-Identifier: Apache-2.0 */
/** The service whose start is measured: with each migration tool on its class path in turn, and with none. */
@NullMarked
package dev.retort.benchmarks.service;

import org.jspecify.annotations.NullMarked;
