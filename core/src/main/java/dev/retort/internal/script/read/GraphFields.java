/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.graph.Revision;
import dev.retort.internal.sql.Fingerprint;

/** The fields of the graph in a checksum: a revision that moves is another one. */
final class GraphFields {

    private GraphFields() {}

    static void addTo(Fingerprint fingerprint, Revision revision) {
        fingerprint.add("revision", revision.id());
        fingerprint.add("down_revision", String.join(",", revision.downRevisions()));
        fingerprint.add("depends_on", String.join(",", revision.dependsOn()));
        fingerprint.add("branch_labels", String.join(",", revision.branchLabels()));
    }
}
