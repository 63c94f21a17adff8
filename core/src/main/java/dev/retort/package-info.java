/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The facade: {@link dev.retort.Retort} upgrades, downgrades, stamps and reports; {@link dev.retort.RetortSettings}
 * configures it. All callers (starter, endpoint, commands, test kit) use it.
 */
@NullMarked
package dev.retort;

import org.jspecify.annotations.NullMarked;
