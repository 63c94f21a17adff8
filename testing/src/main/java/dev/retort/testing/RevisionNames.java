/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.internal.script.RevisionScript;
import java.util.List;

/** How revisions are named to people, and to the engine. */
final class RevisionNames {

    private RevisionNames() {}

    /** {@return the revision as the subject of a sentence} */
    static String of(RevisionScript revision) {
        return "Revision " + shortly(revision);
    }

    /** {@return id and message} */
    static String shortly(RevisionScript revision) {
        String message = revision.message().isBlank() ? "" : " (" + revision.message() + ")";
        return revision.revision().id() + message;
    }

    /** {@return the target of a downgrade that takes back this revision alone, when nothing applied needs it} */
    static String below(RevisionScript revision) {
        String id = revision.revision().id();
        List<String> parents = revision.revision().downRevisions();
        return parents.isEmpty() ? id + "@base" : id + "@" + parents.get(0);
    }
}
