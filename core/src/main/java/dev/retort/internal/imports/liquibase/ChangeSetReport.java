/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.liquibase.ChangeSet.Traits;
import java.util.ArrayList;
import java.util.List;

/** Collects what an import of a changelog leaves to the developer, and what the reader of the report should know. */
final class ChangeSetReport {

    private final List<ByHand> byHand = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    List<ByHand> byHand() {
        return byHand;
    }

    List<String> notes() {
        return notes;
    }

    void add(String what, String reason, String advice) {
        byHand.add(new ByHand(what, reason.replaceAll("\\s+", " "), advice));
    }

    void excluded(ChangelogReader.Excluded one) {
        add(
                one.name().toString(),
                one.reason(),
                "Nothing for databases of this configuration: no revision is written of it.");
    }

    void changelog(String file, String preconditions) {
        if (!preconditions.isEmpty()) {
            add(
                    file,
                    "the changelog has preconditions: " + preconditions,
                    "Check them in a MigrationListener with beforeRun, if they still matter.");
        }
    }

    void changeSet(ChangeSet changeSet, String id) {
        Traits traits = changeSet.traits();
        String name = changeSet.name().toString();
        code(changeSet, id);
        if (traits.always()) {
            add(
                    name,
                    "runAlways has it run at each start, and a revision runs once",
                    "Write a MigrationListener, or call what it does from the application.");
        }
        if (traits.continues()) {
            add(
                    name,
                    "failOnError=false: Liquibase continues after a failure",
                    "A revision that fails stops the run. Make"
                            + " its statements ones that cannot fail, for instance with IF EXISTS.");
        }
        if (!traits.conditions().isEmpty()) {
            add(
                    name,
                    "it runs only where Liquibase has its " + traits.conditions(),
                    "A revision runs in every database. Delete it with its file, if databases of this build are not to have it.");
        }
        if (!traits.runWith().isEmpty() && !traits.runWith().equals("jdbc")) {
            add(name, "runWith: " + traits.runWith() + " runs it", "Check that it has no commands of that program.");
        }
        precondition(changeSet);
    }

    private void code(ChangeSet changeSet, String id) {
        List<String> code = ChangeSetText.code(changeSet);
        if (!code.isEmpty()) {
            add(
                    changeSet.name().toString(),
                    "its " + String.join(" and ", code) + " has no SQL to convert",
                    "Write what it does into the revision " + id
                            + ", or replace that with a Java revision of this id.");
        }
        if (changeSet.unrendered().contains("tagDatabase")) {
            add(
                    changeSet.name().toString(),
                    "it tags the database",
                    "Nothing, unless you roll back to the tag: downgrade to the revision " + id + " instead.");
        }
    }

    private void precondition(ChangeSet changeSet) {
        Precondition precondition = changeSet.traits().precondition();
        if (precondition == null) {
            return;
        }
        String name = changeSet.name().toString();
        String onFail = precondition.onFail();
        boolean converted = precondition.condition() != null
                && (onFail.equals("HALT")
                        || (onFail.equals("MARK_RAN") && changeSet.traits().inTransaction()));
        if (precondition.alwaysHolds()) {
            notes.add(name + ": its precondition (" + precondition.words().replaceAll("\\s+", " ")
                    + ") holds in every new database, and is left out.");
        } else if (precondition.neverRuns()) {
            notes.add(name + ": its precondition (" + precondition.words().replaceAll("\\s+", " ")
                    + ") holds in no new database, where Liquibase marks it as run: its revision is empty.");
        } else if (converted) {
            notes.add(name + ": its precondition (" + precondition.words().replaceAll("\\s+", " ") + ", onFail "
                    + onFail + ") is checked by the revision.");
        } else {
            add(
                    name,
                    "its precondition (" + precondition.words() + ", onFail " + onFail + ") is not converted",
                    "The revision always runs. Add the check to its statements, if a new database needs it.");
        }
    }
}
