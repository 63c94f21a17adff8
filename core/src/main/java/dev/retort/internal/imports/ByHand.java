/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

/**
 * A manual step after an import.
 *
 * @param file the file or setting it is about
 * @param reason why Retort does not convert it
 * @param advice what to write by hand
 */
public record ByHand(String file, String reason, String advice) {}
