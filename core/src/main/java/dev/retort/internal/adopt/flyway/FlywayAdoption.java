/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.flyway;

import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.internal.adopt.AdoptionChoices;
import dev.retort.internal.adopt.AdoptionPlan;
import dev.retort.internal.adopt.AdoptionPlanBuilder;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ImportedRevisions;
import dev.retort.internal.imports.flyway.FlywayVersion;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.internal.script.RevisionScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Translates the history of Flyway into revisions; refuses a history that does not match the revisions. */
final class FlywayAdoption {

    private static final String VERSIONED = "V";
    private static final String BASELINE = "B";
    private static final String REPEATABLE = "R";

    private final FlywayHistory history;
    private final ImportedRevisions imported;
    private final AdoptionChoices choices;
    private final AdoptionPlanBuilder draft;

    private FlywayAdoption(
            ForeignTable table, FlywayHistory history, ImportedRevisions imported, AdoptionChoices choices) {
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
            ForeignTable table, FlywayHistory history, ImportedRevisions imported, AdoptionChoices choices) {
        return new FlywayAdoption(table, history, imported, choices).plan();
    }

    private AdoptionPlan plan() {
        history.failed()
                .forEach(row -> draft.problem("Its row " + row.rank() + " says that the migration "
                        + (row.version() == null ? row.description() : row.version())
                        + " failed: repair it with Flyway first."));
        everyVersionHasARevision();
        imported.ids().forEach(this::versioned);
        imported.ids().forEach(this::repeatable);
        holes();
        return draft.plan("Import the migrations again where files were added since, or decide: adopt --run <version>,"
                + " --skip <version> --reason <text>, --accept-checksum <version>.");
    }

    private void everyVersionHasARevision() {
        Map<FlywayVersion, String> versions = new TreeMap<>();
        imported.origins()
                .forEach((id, origins) -> origins.stream()
                        .filter(from -> !REPEATABLE.equals(from.kind()))
                        .forEach(from -> version(from, version -> versions.put(version, id))));
        FlywayVersion base = baselineRevision();
        history.applied().forEach((version, row) -> {
            boolean below = history.covers(version) || (base != null && version.compareTo(base) <= 0);
            if (!versions.containsKey(version) && !below) {
                draft.problem(
                        "Version " + version.text() + " ran, and no revision of this build was imported from it.");
            }
        });
        history.deleted().forEach((version, row) -> {
            if (versions.containsKey(version) && !history.covers(version)) {
                draft.problem(
                        "The row of version " + version.text() + " is marked as deleted, and its file was imported.");
            } else {
                draft.note("version " + version.text() + " ran once; its row is marked as deleted");
            }
        });
    }

    private @Nullable FlywayVersion baselineRevision() {
        return imported.origins().values().stream()
                .flatMap(List::stream)
                .filter(from -> BASELINE.equals(from.kind()))
                .findFirst()
                .flatMap(from -> FlywayVersion.parse(from.names().get(0)))
                .orElse(null);
    }

    private void version(ImportedFrom from, Consumer<FlywayVersion> use) {
        FlywayVersion.parse(from.names().get(0))
                .ifPresentOrElse(use, () -> draft.problem("The header imported_from " + from + " names no version."));
    }

    private void versioned(String id) {
        List<ImportedFrom> origins = imported.originsOf(id);
        draft.partly(id, versions(origins, this::isThere), versions(origins, version -> !isThere(version)));
        for (ImportedFrom from : origins) {
            if (VERSIONED.equals(from.kind())) {
                version(from, version -> versioned(id, from, version));
            } else if (BASELINE.equals(from.kind())) {
                version(from, version -> baseline(id, version));
            }
        }
    }

    private boolean isThere(FlywayVersion version) {
        return history.applied().containsKey(version) || history.covers(version);
    }

    private static List<String> versions(List<ImportedFrom> origins, Predicate<FlywayVersion> which) {
        return origins.stream()
                .filter(from -> VERSIONED.equals(from.kind()))
                .flatMap(from -> FlywayVersion.parse(from.names().get(0)).stream())
                .filter(which)
                .map(FlywayVersion::text)
                .toList();
    }

    private void versioned(String id, ImportedFrom from, FlywayVersion version) {
        FlywayRow row = history.applied().get(version);
        if (row != null) {
            checksum(from, version, row);
            draft.ran(id, row.run());
        } else if (history.covers(version) && !draft.found().contains(id)) {
            draft.covered(id);
        }
    }

    private void baseline(String id, FlywayVersion version) {
        boolean applied = history.covers(version)
                || history.applied().keySet().stream().anyMatch(one -> one.compareTo(version) >= 0);
        if (applied) {
            draft.covered(id);
        }
    }

    private void checksum(ImportedFrom from, FlywayVersion version, FlywayRow row) {
        Integer recorded = row.checksum();
        boolean same = recorded == null
                || from.checksums().isEmpty()
                || from.checksums().contains(String.valueOf(recorded));
        if (!same && names(choices.request().acceptChecksums(), version)) {
            draft.note("the checksum " + recorded + " of version " + version.text() + " was accepted");
        } else if (!same) {
            draft.problem("Version " + version.text() + " ran with the checksum " + recorded
                    + ", and its revision was written from a file with " + String.join(" or ", from.checksums()) + ".");
        }
    }

    /** One whose newest row is not its text runs again, as it would have with Flyway. */
    private void repeatable(String id) {
        RevisionScript script = Objects.requireNonNull(imported.script(id));
        for (ImportedFrom from : imported.originsOf(id)) {
            FlywayRow row = history.repeatables().get(from.names().get(0));
            Integer recorded = row == null ? null : row.checksum();
            if (REPEATABLE.equals(from.kind()) && row != null && recorded != null) {
                int own = RepeatableText.of(script, from).checksum(script.placeholders(), choices.placeholders());
                if (own == recorded || from.checksums().contains(String.valueOf(recorded))) {
                    draft.ran(id, row.run());
                } else {
                    draft.note("the repeatable migration \"" + from.names().get(0)
                            + "\" ran with another text and runs again");
                }
            }
        }
    }

    private void holes() {
        Map<String, String> missing = new HashMap<>();
        draft.holes(id -> !isRepeatable(id)).forEach(id -> hole(id, missing));
        // What runs again although all below it has run is simply pending; so is all above it.
        imported.ids().stream()
                .filter(draft.found()::contains)
                .filter(id -> !draft.found().containsAll(ownClosure(id)))
                .toList()
                .forEach(draft::pending);
        if (!missing.isEmpty()) {
            String highest = history.applied().isEmpty()
                    ? ""
                    : history.applied().lastKey().text();
            draft.problem("Version " + missing.values().stream().sorted().collect(Collectors.joining(", "))
                    + " did not run, although newer ones did, up to " + highest + ".");
        }
    }

    private Set<String> ownClosure(String id) {
        Set<String> closure = new HashSet<>(imported.closure(id));
        closure.retainAll(imported.scripts().keySet());
        return closure;
    }

    private boolean isRepeatable(String id) {
        return imported.originsOf(id).stream().allMatch(from -> REPEATABLE.equals(from.kind()));
    }

    private void hole(String id, Map<String, String> missing) {
        String name = imported.originsOf(id).get(0).names().get(0);
        if (choices.known().contains(id)) {
            draft.covered(id);
            draft.note("the history has no row of " + (isRepeatable(id) ? "\"" + name + "\"" : "version " + name)
                    + " any more; its revision stays applied");
            return;
        }
        FlywayVersion version = FlywayVersion.parse(name).orElse(null);
        boolean run = isRepeatable(id) || choices.outOfOrder();
        if (version != null) {
            run |= names(choices.request().run(), version);
            if (names(choices.request().skip(), version)) {
                draft.covered(id);
                draft.note("version " + name + " did not run and counts as applied");
                return;
            }
        }
        draft.runNow(id);
        if (!run) {
            missing.put(id, name);
        }
    }

    private static boolean names(List<String> versions, FlywayVersion version) {
        return versions.stream()
                .anyMatch(written -> FlywayVersion.parse(written)
                        .filter(one -> one.compareTo(version) == 0)
                        .isPresent());
    }
}
