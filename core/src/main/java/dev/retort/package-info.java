/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The facades: {@link dev.retort.Retort} upgrades, downgrades, stamps and reports, {@link dev.retort.Authoring} compares,
 * replays, judges and squashes revisions; {@link dev.retort.RetortSettings} configures both. All callers (starter, endpoint,
 * commands, test kit) use them.
 */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
