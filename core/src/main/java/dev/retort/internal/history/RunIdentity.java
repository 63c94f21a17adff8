/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values that all history rows of a run share.
 *
 * @param runId the id of the run
 * @param principal the authenticated name of the requester; {@code null} when there was none
 * @param reason the reason; {@code null} if none was given
 * @param application the application name
 * @param host the machine
 * @param toolVersion Retort's version
 */
public record RunIdentity(
        UUID runId,
        @Nullable String principal,
        @Nullable String reason,
        String application,
        String host,
        String toolVersion) {}
