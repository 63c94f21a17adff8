/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measures Retort beside its peers in one run on one machine: {@link dev.retort.benchmarks.Benchmarks} is where it begins.
 * Contestants take turns in each round, so that a busy moment of the machine hits all alike, and medians are compared.
 */
@NullMarked
package dev.retort.benchmarks;

import org.jspecify.annotations.NullMarked;
