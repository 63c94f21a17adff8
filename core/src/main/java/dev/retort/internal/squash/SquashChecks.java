/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.Squash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks that one revision can replace a range: it has one entry and one exit, and nothing outside of it refers to anything in
 * it but the last. A database that has the range in part, or something that needs a part, would otherwise count as having all.
 */
final class SquashChecks {

    private static final String ADOPTED =
            "If every database is adopted, delete the line imported_from, which does not count for the checksum.";

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
        origins();
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
            problems.add(
                    id + " is the class " + script.source() + ", and a class cannot be replaced by SQL: what it does"
                            + " is known only when it runs. Squash the range before it and the range after it separately.");
        }
        if (script.placeholders()) {
            problems.add(id + " has placeholders: the generated statements would contain their values of this"
                    + " environment. Squash the range before it and the range after it separately.");
        }
    }

    /**
     * A database of another tool has the migrations of that tool and nothing else: it can be adopted at the squashed revision
     * only if the whole range was imported.
     */
    private void origins() {
        List<String> own = new ArrayList<>();
        List<String> imported = new ArrayList<>();
        for (String id : ids) {
            RevisionScript script = revisions.script(id);
            List<ImportedFrom> origins = ImportedFrom.of(script).stream()
                    .filter(ImportedFrom::isAdopted)
                    .toList();
            Squash squash = script.squash();
            int originals = squash == null ? 1 : squash.all().size();
            if (origins.isEmpty()) {
                own.add(id);
            } else if (origins.size() == originals) {
                imported.add(id);
                origins.forEach(from -> repeated(id, from));
            } else {
                problems.add(id + " was imported from " + origins.size() + " migrations. " + ADOPTED);
            }
        }
        if (!own.isEmpty() && !imported.isEmpty()) {
            problems.add(
                    imported.get(0) + " was imported from another tool and " + own.get(0) + " was not: a database of"
                            + " that tool would always be inside the range, and could not be adopted. Squash the imported"
                            + " revisions for themselves. " + ADOPTED);
        }
    }

    private void repeated(String id, ImportedFrom from) {
        String kind = from.kind();
        if (kind != null && !kind.equals("V")) {
            problems.add(
                    id + " was imported from a migration that is not versioned (" + from + "), and adoption decides"
                            + " by its text whether it runs again. End the range before it. " + ADOPTED);
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
