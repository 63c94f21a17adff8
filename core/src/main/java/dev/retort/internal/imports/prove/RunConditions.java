/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ImportPlan;
import java.util.List;
import java.util.Map;

/**
 * What an import must have so that its revisions can be run in scratch databases.
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

    private void texts(ImportPlan plan) {
        plan.revisions().stream()
                .filter(revision -> revision.migration().upgrade().original() == null)
                .findFirst()
                .ifPresent(revision -> {
                    throw new RetortException(
                            failed,
                            revision.migration().upgrade().file() + " is not SQL, and only the other tool can run it.",
                            "Write the revision " + revision.migration().id()
                                    + ", then compare a migrated database with `check --replay`.");
                });
    }
}
