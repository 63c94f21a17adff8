/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks that one revision can replace a range: it has one entry and one exit, and nothing outside of it refers to anything in
 * it but the last. A database that has the range in part, or something that needs a part, would otherwise count as having all.
 */
final class SquashChecks {

    private final Revisions revisions;
    private final Set<String> ids;
    private final String first;
    private final String last;
    private final List<String> problems = new ArrayList<>();

    SquashChecks(Revisions revisions, Set<String> ids, String first, String last) {
        this.revisions = revisions;
        this.ids = ids;
        this.first = first;
        this.last = last;
    }

    void check() {
        revisions.graph().inOrder().forEach(this::check);
        if (!problems.isEmpty()) {
            throw new RetortException(
                    "The range " + first + ":" + last + " cannot be squashed.",
                    "The reasons:\n" + String.join("\n", problems) + "\n",
                    "Choose another range; `graph` shows what is between the two.");
        }
    }

    private void check(Revision revision) {
        if (ids.contains(revision.id())) {
            checkMember(revision);
        } else {
            checkOutside(revision);
        }
    }

    private void checkMember(Revision revision) {
        String id = revision.id();
        for (String parent : revision.downRevisions()) {
            if (!id.equals(first) && !ids.contains(parent)) {
                problems.add(id + " has the parent " + parent + ", which is outside of the range.");
            }
        }
        RevisionScript script = revisions.script(id);
        if (script.code() != null) {
            problems.add(id + " is the class " + script.source() + ": only scripts can be squashed.");
        }
        if (!ImportedFrom.of(script).isEmpty()) {
            problems.add(id + " was imported from another tool: a database that is adopted could have a part of the"
                    + " range. When every database is adopted, delete the line imported_from; it does not count for the"
                    + " checksum.");
        }
        if (script.placeholders()) {
            problems.add(id + " has placeholders: the generated statements would contain their values of this"
                    + " environment.");
        }
    }

    private void checkOutside(Revision revision) {
        List<String> parents = revision.downRevisions();
        for (String need : revisions.graph().needs(revision.id())) {
            if (ids.contains(need) && !need.equals(last)) {
                problems.add(revision.id() + ", which is outside of the range, "
                        + (parents.contains(need) ? "has the parent " : "depends on ") + need + ".");
            }
        }
    }
}
