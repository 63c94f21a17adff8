/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.Retort;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.error.RetortException;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.script.DowngradeSection.Irreversible;
import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.Severity;
import dev.retort.model.ModelDdl;
import dev.retort.model.SchemaModel;
import dev.retort.run.RunRequest;
import dev.retort.testing.database.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Checks of migrations as a whole; each throws an {@link AssertionError} that contains what to do. */
final class MigrationChecks {

    private final TestedMigrations migrations;

    MigrationChecks(TestedMigrations migrations) {
        this.migrations = migrations;
    }

    void haveOneHead() {
        List<RevisionScript> heads = heads();
        if (heads.size() > 1) {
            throw new Failure(
                            "There are " + heads.size() + " heads.",
                            "No revision follows "
                                    + heads.stream()
                                            .map(head -> RevisionNames.shortly(head) + " in " + head.source())
                                            .collect(Collectors.joining(", and none follows "))
                                    + ".",
                            "",
                            "Move one after the other with `rebase`, or merge them with `merge`.")
                    .error();
        }
    }

    private List<RevisionScript> heads() {
        List<String> heads = migrations.graph().heads();
        return migrations.revisions().stream()
                .filter(script -> heads.contains(script.revision().id()))
                .toList();
    }

    void upgradeFromBase() {
        try (TestDatabase database = migrations.emptyDatabase()) {
            migrations.on(database).upgrade(RunRequest.by(null, "heads"));
        } catch (RetortException e) {
            throw new Failure("An empty database cannot be upgraded to head.", e.what() + " " + e.why(), "", e.action())
                    .error(e);
        }
    }

    void areReversibleOrMarked(RevisionScript script) {
        if (script.downgrade() instanceof Irreversible way && !way.marked()) {
            throw new Failure(
                            RevisionNames.of(script)
                                    + " has neither a downgrade nor a declaration that it is irreversible.",
                            way.reason(),
                            "",
                            "Write its downgrade in " + script.source()
                                    + ", or add `-- migrate: irreversible <reason>`, or `-- migrate: nothing` in the downgrade"
                                    + " section for an intentionally empty downgrade.")
                    .error();
        }
    }

    void areSafe() {
        try (TestDatabase database = migrations.database(migrations.safeSince())) {
            LintRequest request =
                    LintRequest.pending(LocalDate.now(ZoneId.systemDefault())).withEachAlone();
            LintReport report = migrations.on(database).authoring().lint(request, database.address(), List.of());
            List<Finding> errors = report.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
            if (!errors.isEmpty()) {
                throw unsafe(errors).error();
            }
        }
    }

    private static Failure unsafe(List<Finding> errors) {
        String found = errors.stream()
                .map(finding -> "\n" + finding.file() + ":" + finding.line() + " "
                        + finding.rule().id() + ": " + finding.text())
                .collect(Collectors.joining());
        String rewrites = errors.stream()
                .map(Finding::rewrite)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        return new Failure(
                "Revisions are not safe to run on a database that is in use.",
                "What lint finds:" + found,
                rewrites,
                "Change the revisions, or allow a finding with a comment above its statement:"
                        + " -- lint: allow <rule> until <yyyy-mm-dd>, <reason>");
    }

    void matchModel() {
        try (TestDatabase database = migrations.database("heads")) {
            SchemaModel model = migrations.model(migrations.on(database));
            ModelComparison comparison = compare(migrations.on(database), database, model);
            if (!comparison.difference().isEmpty()) {
                throw mismatch(model, comparison).error();
            }
        }
    }

    private static ModelComparison compare(Retort retort, TestDatabase database, SchemaModel model) {
        try (Scratch scratch = retort.authoring().scratch(database.address(), List.of())) {
            ModelDdl made = scratch.run(model);
            return retort.authoring()
                    .compare(
                            scratch,
                            made,
                            ComparisonRequest.of(retort.settings().autogenerate()));
        }
    }

    private static Failure mismatch(SchemaModel model, ModelComparison comparison) {
        String detected = comparison.difference().operations().stream()
                .map(operation -> "\nDetected: " + operation.describe())
                .collect(Collectors.joining());
        return new Failure(
                "The migrations and the model " + model.name() + " differ.",
                "Missing in the revisions:" + detected,
                SchemaSnapshot.sql(comparison.difference(), comparison.version(), comparison.schema()),
                "Generate a revision with `revision --autogenerate`, or change the model.");
    }
}
