/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import org.jspecify.annotations.Nullable;

/**
 * One revision with its script.
 *
 * @param status its status
 * @param sql the text of its script, from this build or as stored in the database; {@code null} when neither has it
 * @since 0.1
 */
public record RevisionDetail(
        RevisionStatus status, @Nullable String sql) {}
