/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.imports.SourceMigration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The conditions under which the revisions of an import can run in scratch databases.
 *
 * @param failed the sentence that says what did not happen
 * @param option the option that asked for it
 */
record RunConditions(String failed, String option) {

    /**
     * Refuses an import that lacks something.
     *
     * @throws RetortException naming it
     */
    void require(ImportPlan plan) {
        values(plan);
        texts(plan);
        SharedByDatabases.refuseIn(plan, this);
    }

    private void values(ImportPlan plan) {
        List<String> unknown = plan.placeholders().entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!unknown.isEmpty()) {
            throw new RetortException(
                    failed,
                    "The placeholders " + String.join(", ", unknown) + " have no value.",
                    "Give one for " + option + ": --set placeholders." + unknown.get(0) + "=<value>.");
        }
    }

    /** The revision that the developer wrote takes the place of a migration that is not SQL. */
    private void texts(ImportPlan plan) {
        List<SourceMigration> code = plan.revisions().stream()
                .filter(revision -> revision.migration().upgrade().original() == null && !revision.isByHand())
                .map(ImportedRevision::migration)
                .toList();
        if (!code.isEmpty()) {
            throw new RetortException(
                    failed,
                    code.stream().map(one -> one.upgrade().file()).collect(Collectors.joining(", "))
                            + (code.size() == 1
                                    ? " is not SQL, and only the other tool can run it."
                                    : " are not SQL, and only the other tool can run them."),
                    "Import without " + option + ", write the revisions "
                            + code.stream().map(SourceMigration::id).collect(Collectors.joining(", "))
                            + ", and import again with " + option + ": it runs these in both series.");
        }
    }
}
