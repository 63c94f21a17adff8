/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.adoption;

import dev.retort.run.Requester;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request of an adoption.
 *
 * @param dryRun whether to say only what would happen
 * @param again whether to translate the history of a database that is adopted already, in which the other tool has
 *     written since
 * @param run versions that the database lacks although newer ones ran: Retort runs them now
 * @param skip versions that the database lacks although newer ones ran: they count as applied
 * @param acceptChecksums versions whose recorded checksum counts although no revision was made of that text
 * @param requester the requester
 * @param reason why, for the history; {@code null} for none
 * @since 0.1
 */
public record AdoptionRequest(
        boolean dryRun,
        boolean again,
        List<String> run,
        List<String> skip,
        List<String> acceptChecksums,
        Requester requester,
        @Nullable String reason) {

    /**
     * Copies the lists.
     *
     * @param dryRun whether to say only what would happen
     * @param again whether to translate the history of a database that is adopted already, in which the other tool has
     *     written since
     * @param run versions that the database lacks although newer ones ran: Retort runs them now
     * @param skip versions that the database lacks although newer ones ran: they count as applied
     * @param acceptChecksums versions whose recorded checksum counts although no revision was made of that text
     * @param requester the requester
     * @param reason why, for the history; {@code null} for none
     */
    public AdoptionRequest {
        run = List.copyOf(run);
        skip = List.copyOf(skip);
        acceptChecksums = List.copyOf(acceptChecksums);
    }

    /** {@return a request of a starting service, which decides nothing} */
    public static AdoptionRequest atStartup() {
        return of(Requester.startup());
    }

    /**
     * {@return an explicit request}
     *
     * @param principal the authenticated name, for the history; {@code null} when there is none
     */
    public static AdoptionRequest by(@Nullable String principal) {
        return of(Requester.operator(principal));
    }

    /**
     * {@return a request without choices}
     *
     * @param requester the requester, for the history
     */
    public static AdoptionRequest of(Requester requester) {
        return new AdoptionRequest(false, false, List.of(), List.of(), List.of(), requester, null);
    }

    /**
     * {@return this request, as a dry run or not}
     *
     * @param value whether only to report what would be done; {@code false} unless set
     */
    public AdoptionRequest withDryRun(boolean value) {
        return new AdoptionRequest(value, again, run, skip, acceptChecksums, requester, reason);
    }

    /**
     * {@return this request, for a database that is adopted already or not}
     *
     * @param value whether to translate the history of an adopted database once more; {@code false} unless set
     */
    public AdoptionRequest withAgain(boolean value) {
        return new AdoptionRequest(dryRun, value, run, skip, acceptChecksums, requester, reason);
    }

    /**
     * {@return this request with choices for versions}
     *
     * @param runThem versions that the database lacks although newer ones ran, and that Retort runs now
     * @param skipThem versions that the database lacks although newer ones ran, and that count as applied
     * @param acceptThem versions whose recorded checksum counts although no revision was written from that text
     */
    public AdoptionRequest withVersions(List<String> runThem, List<String> skipThem, List<String> acceptThem) {
        return new AdoptionRequest(dryRun, again, runThem, skipThem, acceptThem, requester, reason);
    }

    /**
     * {@return this request with a reason for the history; {@code null} for none}
     *
     * @param value one sentence; {@code null} for none
     */
    public AdoptionRequest withReason(@Nullable String value) {
        return new AdoptionRequest(dryRun, again, run, skip, acceptChecksums, requester, value);
    }
}
