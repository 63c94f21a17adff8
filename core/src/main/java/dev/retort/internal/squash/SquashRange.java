/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Target;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.Squash.Original;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The revisions between two, both included, which one revision is to replace.
 *
 * @param members the scripts of the range, each after all that it needs
 * @param place the place of the revision that replaces them
 * @param squash what that revision replaces
 */
public record SquashRange(List<RevisionScript> members, Revision place, Squash squash) {

    /** Copies the list. */
    public SquashRange {
        members = List.copyOf(members);
    }

    /**
     * Finds a range.
     *
     * @param revisions all revisions
     * @param range {@code <first>:<last>}, both as targets
     * @throws RetortException when the range is not one that a revision can replace
     */
    public static SquashRange of(Revisions revisions, String range) {
        if (!(Target.parse(range) instanceof Target.Range ends)
                || ends.lower().isEmpty()
                || ends.upper().isEmpty()
                || ends.upper() instanceof Target.Range) {
            throw new RetortException(
                    "'" + range + "' is not a range.",
                    "A squash replaces the revisions from the first to the last one, both included.",
                    "Write <first>:<last>.");
        }
        RevisionGraph graph = revisions.graph();
        String first = graph.resolveOne(ends.lower().text()).id();
        String last = graph.resolveOne(ends.upper().text()).id();
        Set<String> ids = between(graph, first, last);
        if (ids.size() < 2) {
            throw first.equals(last) ? onlyOne(first) : unrelated(first, last);
        }
        new SquashChecks(revisions, ids, first, last).check();
        List<RevisionScript> members = ids.stream().map(revisions::script).toList();
        return new SquashRange(members, place(revisions, ids, first, last), squash(revisions, members));
    }

    /** {@return the revisions that descend from the first and are ancestors of the last, by parents, in order} */
    private static Set<String> between(RevisionGraph graph, String first, String last) {
        Set<String> below = graph.lineage(last);
        Set<String> ids = new LinkedHashSet<>();
        for (Revision revision : graph.inOrder()) {
            boolean descends = revision.id().equals(first)
                    || revision.downRevisions().stream().anyMatch(ids::contains);
            if (descends && below.contains(revision.id())) {
                ids.add(revision.id());
            }
        }
        return ids;
    }

    private static RetortException onlyOne(String id) {
        return new RetortException(
                "There is nothing to squash.",
                "The range has one revision, " + id + ".",
                "Name the first and the last of several revisions.");
    }

    private static RetortException unrelated(String first, String last) {
        return new RetortException(
                "There is nothing to squash.",
                last + " does not descend from " + first + ".",
                "Name the older revision first; `history` lists them.");
    }

    private static Revision place(Revisions revisions, Set<String> ids, String first, String last) {
        Set<String> labels = new LinkedHashSet<>();
        Set<String> needs = new LinkedHashSet<>();
        for (String id : ids) {
            Revision revision = revisions.graph().get(id);
            labels.addAll(revision.branchLabels());
            needs.addAll(revisions.graph().needs(id));
        }
        List<String> parents = revisions.graph().get(first).downRevisions();
        needs.removeAll(ids);
        parents.forEach(needs::remove);
        return new Revision(last, parents, new ArrayList<>(labels), new ArrayList<>(needs));
    }

    private static Squash squash(Revisions revisions, List<RevisionScript> members) {
        List<Original> originals = new ArrayList<>();
        for (RevisionScript member : members) {
            Squash before = member.squash();
            originals.addAll(before == null ? List.of() : before.replaced());
            Revision place = revisions.place(member.revision().id());
            Revision bare = new Revision(place.id(), place.downRevisions(), List.of(), place.dependsOn());
            String message = before == null ? member.message() : before.last().message();
            originals.add(new Original(bare, member.recordedChecksum(), message));
        }
        Original last = originals.remove(originals.size() - 1);
        boolean imported = !origins(members).isEmpty();
        return new Squash(originals, new Original(last.revision(), last.checksum(), imported ? last.message() : ""));
    }

    private static List<ImportedFrom> origins(List<RevisionScript> members) {
        return members.stream()
                .flatMap(member -> ImportedFrom.of(member).stream())
                .filter(ImportedFrom::isAdopted)
                .toList();
    }

    /** {@return the header keys of the revision that replaces the range, besides those of every revision} */
    public Map<String, String> headerKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("replaces", squash.replacesText(place.downRevisions()));
        keys.put("squashed_checksum", squash.lastText());
        List<ImportedFrom> origins = origins(members);
        if (!origins.isEmpty()) {
            keys.put("imported_from", ImportedFrom.text(origins));
        }
        return keys;
    }

    /** {@return the first revision of the range} */
    public RevisionScript first() {
        return members.get(0);
    }
}
