/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.history.AtHeadState;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.Digest;
import dev.retort.internal.history.RecordedRevision;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.Squash;
import dev.retort.run.ChangedScript;
import dev.retort.run.RunKind;
import dev.retort.status.Hold;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The scripts and the database's state side by side.
 *
 * @param revisions what this build has
 * @param state what the database says
 */
public record MigrationState(Revisions revisions, DatabaseState state) {

    /** {@return whether one round trip was enough to see that everything up to the rows is as this build has it} */
    static boolean isAsRecorded(Revisions revisions, AtHeadState quick) {
        for (String row : quick.rows()) {
            if (!revisions.contains(row)) {
                return false;
            }
        }
        SortedMap<String, String> checksums =
                revisions.recordedChecksums(revisions.graph().appliedBy(quick.rows()));
        return !quick.unfinished()
                && Digest.of(checksums).equals(quick.digest())
                && revisions.squashes().stream()
                        .allMatch(script -> isAsRun(
                                script, quick.notes().get(script.revision().id())));
    }

    /** {@return whether the script of a squashed revision is what the history notes of its run; true when another ran} */
    private static boolean isAsRun(RevisionScript script, @Nullable String note) {
        return ranChecksum(script, note).equals(script.checksum());
    }

    private static String ranChecksum(RevisionScript script, @Nullable String note) {
        Squash squash = Objects.requireNonNull(script.squash());
        return squash.checksumOf(note).orElse(script.checksum());
    }

    /** {@return what would be there after an adoption} */
    public MigrationState adopted(AdoptionPlan plan) {
        return new MigrationState(
                revisions, state.adopted(new ArrayList<>(plan.rows(revisions.graph(), state.rows()))));
    }

    public List<String> rows() {
        return state.rows();
    }

    /** {@return the version rows that no script has} */
    public List<String> unknownRows() {
        List<String> unknown = new ArrayList<>();
        for (String row : rows()) {
            if (!revisions.contains(row)) {
                unknown.add(row);
            }
        }
        return unknown;
    }

    /**
     * {@return whether the history shows that the unknown rows descend from all heads of this build} A build without
     * revisions more likely lost its scripts than that it is older than all of them.
     */
    boolean isAhead() {
        if (revisions.count() == 0) {
            return false;
        }
        Set<String> ancestor = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(rows());
        while (!open.isEmpty()) {
            String revision = open.pop();
            if (!ancestor.add(revision)) {
                continue;
            }
            Collection<String> needs = needs(revision);
            if (needs == null) {
                return false;
            }
            open.addAll(needs);
        }
        return ancestor.containsAll(revisions.graph().effectiveHeads());
    }

    private @Nullable Collection<String> needs(String revision) {
        if (revisions.contains(revision)) {
            return revisions.graph().appliedBy(List.of(revision));
        }
        RecordedRevision recorded = state.recorded().get(revision);
        if (recorded == null) {
            return null;
        }
        List<String> needs = new ArrayList<>(recorded.downRevisions());
        needs.addAll(recorded.dependsOn());
        return needs;
    }

    /**
     * {@return the hold that a start of this build respects; {@code null} when there is none, or this build ends it}
     */
    @Nullable
    public Hold holdInForce() {
        Hold hold = state.hold();
        return hold == null || hold.isEndedBy(revisions.ids()) ? null : hold;
    }

    /** {@return this build's revisions that are applied} */
    public Set<String> knownApplied() {
        List<String> known = new ArrayList<>(rows());
        known.removeAll(unknownRows());
        Set<String> applied = new LinkedHashSet<>(revisions.graph().appliedBy(known));
        unrun().forEach(applied::remove);
        return applied;
    }

    /** {@return the ancestors of the version rows that have not run; a squashed one when a part of it has not} */
    public List<String> unrun() {
        return UnrunRevisions.of(this).ids().stream()
                .map(id -> revisions.graph().squashedInto(id).orElse(id))
                .distinct()
                .toList();
    }

    /** {@return the squashed revisions of which the database has one part and lacks another} */
    public List<RevisionScript> partlySquashed() {
        return revisions.squashes().isEmpty()
                ? List.of()
                : UnrunRevisions.of(this).partlySquashed();
    }

    /** {@return of these revisions, those whose script is not what was run; only stamped ones are not compared} */
    public List<ChangedScript> changed(Collection<String> applied) {
        List<ChangedScript> changed = new ArrayList<>();
        for (String revision : applied) {
            RevisionScript script = revisions.find(revision);
            Squash squash = script == null ? null : script.squash();
            if (script != null && squash != null) {
                addChanged(script, squash, changed);
            } else if (script != null && script.hasChecksum()) {
                addChanged(revision, script.source(), script.checksum(), changed);
            }
        }
        return changed;
    }

    private void addChanged(String revision, String source, String checksum, List<ChangedScript> changed) {
        String recorded = appliedChecksum(revision);
        if (recorded != null && !checksum.isEmpty() && !recorded.equals(checksum)) {
            changed.add(new ChangedScript(revision, source, recorded, checksum));
        }
    }

    /** What ran where the revisions had not yet been squashed is compared with these, and otherwise the script itself. */
    private void addChanged(RevisionScript script, Squash squash, List<ChangedScript> changed) {
        int before = changed.size();
        squash.all().forEach(one -> addChanged(one.id(), script.source(), one.checksum(), changed));
        RecordedRevision recorded = state.recorded().get(script.revision().id());
        String checksum = recorded != null && recorded.operation() == RunKind.UPGRADE
                ? ranChecksum(script, recorded.note())
                : script.checksum();
        if (changed.size() == before && !checksum.equals(script.checksum())) {
            changed.add(new ChangedScript(script.revision().id(), script.source(), checksum, script.checksum()));
        }
    }

    /** {@return the checksum of what was run; {@code null} when the history does not hold that it was run} */
    @Nullable
    public String appliedChecksum(String revision) {
        RecordedRevision recorded = state.recorded().get(revision);
        if (recorded == null) {
            return null;
        }
        return recorded.operation() == RunKind.UPGRADE ? recorded.checksum() : null;
    }

    /** {@return the revision whose step stopped in the middle; {@code null} when there is none} */
    @Nullable
    public String partialRevision() {
        return state.progress().isEmpty() ? null : state.progress().get(0).revision();
    }
}
