/* SPDX-License-Identifier: Apache-2.0 */
/** The events of a run that a {@link dev.retort.event.MigrationListener} receives. */
@NullMarked
package dev.retort.event;

import org.jspecify.annotations.NullMarked;
