/* SPDX-License-Identifier: Apache-2.0 */
/** What a {@link dev.retort.event.MigrationListener} hears of a run. */
@NullMarked
package dev.retort.event;

import org.jspecify.annotations.NullMarked;
