/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.internal.script.RevisionScript;
import java.util.List;

/** Names of revisions in messages, and as targets. */
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

    /** {@return the target of a downgrade of this revision alone, if no applied revision depends on it} */
    static String below(RevisionScript revision) {
        String id = revision.revision().id();
        List<String> parents = revision.revision().downRevisions();
        return parents.isEmpty() ? id + "@base" : id + "@" + parents.get(0);
    }
}
