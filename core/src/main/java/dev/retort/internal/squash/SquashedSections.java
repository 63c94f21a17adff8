/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

/**
 * The statements of a squashed revision.
 *
 * @param upgrade the upgrade section without its marker
 * @param downgrade the downgrade section without its marker; or the marker that says that there is none
 */
public record SquashedSections(String upgrade, String downgrade) {}
