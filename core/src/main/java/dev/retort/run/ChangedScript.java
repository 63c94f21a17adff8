/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

/**
 * A script that was changed after it was applied.
 *
 * @param revision its revision
 * @param source its file
 * @param appliedChecksum the checksum in the history
 * @param checksum its checksum now
 * @since 0.1
 */
public record ChangedScript(String revision, String source, String appliedChecksum, String checksum) {}
