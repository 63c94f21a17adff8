/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.liquibase;

import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.internal.adopt.AdoptionChoices;
import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.adopt.AdoptionPlanBuilder;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.imports.liquibase.ChangeSetName;
import dev.retort.internal.imports.liquibase.LiquibaseSeries;
import dev.retort.internal.script.ImportedFrom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Translates the history of Liquibase into revisions; refuses a history that does not match the revisions. */
final class LiquibaseAdoption {

    private final LiquibaseHistory history;
    private final ImportedRevisions imported;
    private final AdoptionChoices choices;
    private final Map<ChangeSetName, String> ids = new HashMap<>();
    private final AdoptionPlanBuilder draft;

    private LiquibaseAdoption(
            ForeignTable table, LiquibaseHistory history, ImportedRevisions imported, AdoptionChoices choices) {
        this.history = history;
        this.imported = imported;
        this.choices = choices;
        this.draft = new AdoptionPlanBuilder(table, imported);
    }

    /**
     * {@return what the adoption does}
     *
     * @throws AdoptionRefusedException when the history says something that the revisions do not
     */
    static AdoptionPlan plan(
            ForeignTable table, LiquibaseHistory history, ImportedRevisions imported, AdoptionChoices choices) {
        return new LiquibaseAdoption(table, history, imported, choices).plan();
    }

    private AdoptionPlan plan() {
        history.others()
                .forEach(row -> draft.problem(
                        "Its row of " + row.name() + " says " + row.type() + ": correct it with Liquibase first."));
        imported.origins()
                .forEach((id, origins) -> origins.forEach(from -> ids.put(ChangeSetName.of(from.names()), id)));
        imported.ids().forEach(this::match);
        unknown();
        holes();
        return draft.plan("Import the changelog again where change sets were added since, or decide: adopt --run <id>,"
                + " --skip <id> --reason <text>, --accept-checksum <id>. An id that exists twice is written as"
                + " <file>::<id>::<author>.");
    }

    private void match(String id) {
        List<ImportedFrom> origins = imported.originsOf(id);
        draft.partly(id, names(origins, true), names(origins, false));
        for (ImportedFrom from : origins) {
            LiquibaseRow row = history.applied().get(ChangeSetName.of(from.names()));
            if (row != null && hasText(from, row)) {
                if (row.isMarked() && !draft.found().contains(id)) {
                    draft.covered(id);
                } else if (!row.isMarked()) {
                    draft.ran(id, row.run());
                }
            }
        }
    }

    private List<String> names(List<ImportedFrom> origins, boolean there) {
        return origins.stream()
                .map(from -> ChangeSetName.of(from.names()))
                .filter(name -> history.applied().containsKey(name) == there)
                .map(ChangeSetName::toString)
                .toList();
    }

    /** One that Liquibase would run again, because its text has changed, is pending. */
    private boolean hasText(ImportedFrom from, LiquibaseRow row) {
        String recorded = row.checksum();
        if (recorded == null || from.checksums().isEmpty() || from.checksums().contains(recorded)) {
            return true;
        }
        String name = row.name().toString();
        if (from.checksums().stream().noneMatch(one -> version(one).equals(version(recorded)))) {
            draft.note(
                    "the checksum " + recorded + " of " + name + " is of a version that Liquibase no longer compares");
            return true;
        }
        if (LiquibaseSeries.RUN_ON_CHANGE.equals(from.kind())) {
            draft.note(name + " ran with another text and runs again (runOnChange)");
            return false;
        }
        if (names(choices.request().acceptChecksums(), row.name())) {
            draft.note("the checksum " + recorded + " of " + name + " was accepted");
            return true;
        }
        draft.problem("The change set " + name + " ran with the checksum " + recorded
                + ", and its revision was written from a text with " + String.join(" or ", from.checksums()) + ".");
        return true;
    }

    private static String version(String checksum) {
        return checksum.substring(0, checksum.indexOf(':') + 1);
    }

    /**
     * Rows without a revision. Below the last row that has one, they are change sets that were removed from the changelog, or
     * not imported because of their contexts; above it, this build is probably older than the database.
     */
    private void unknown() {
        int last = history.applied().values().stream()
                .filter(row -> ids.containsKey(row.name()))
                .mapToInt(LiquibaseRow::order)
                .max()
                .orElse(0);
        history.applied().forEach((name, row) -> {
            if (ids.containsKey(name)) {
                return;
            }
            if (row.order() < last || names(choices.request().skip(), name)) {
                draft.note(name + " ran, and this build has no revision of it");
            } else {
                draft.problem("The change set " + name
                        + " ran as one of the last, and no revision of this build was imported" + " from it.");
            }
        });
    }

    private void holes() {
        List<String> missing = new ArrayList<>();
        draft.holes(id -> true).forEach(id -> hole(id, missing));
        if (!missing.isEmpty()) {
            draft.problem(
                    "These change sets did not run, although later ones did: " + String.join(", ", missing) + ".");
        }
    }

    private void hole(String id, List<String> missing) {
        ImportedFrom from = imported.originsOf(id).get(0);
        ChangeSetName name = ChangeSetName.of(from.names());
        if (choices.known().contains(id)) {
            draft.covered(id);
            draft.note("the history has no row of " + name + " any more; its revision stays applied");
            return;
        }
        if (names(choices.request().skip(), name)) {
            draft.covered(id);
            draft.note(name + " did not run and counts as applied");
            return;
        }
        draft.runNow(id);
        boolean again = history.applied().containsKey(name);
        if (!again && !choices.outOfOrder() && !names(choices.request().run(), name)) {
            missing.add(name.toString());
        }
    }

    private static boolean names(List<String> written, ChangeSetName name) {
        return written.contains(name.id()) || written.contains(name.toString());
    }
}
