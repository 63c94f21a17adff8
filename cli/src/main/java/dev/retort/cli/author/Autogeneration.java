/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.Retort;
import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.autogenerate.ModelComparison;
import dev.retort.cli.options.ModelOptions;
import dev.retort.cli.output.ToleratedRuleLines;
import dev.retort.diff.Difference;
import dev.retort.error.RetortException;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.java.JavaRevisionRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Compares the model with the database, and describes the differences in words and as the sections of a script. */
public final class Autogeneration {

    private final ModelComparison comparison;

    private Autogeneration(ModelComparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Compares.
     *
     * @param connected returns the facade after a connection succeeded; not called with {@code --replay}
     * @throws RetortException when the database is not at head: the comparison would then find changes that revisions
     *     already make
     */
    public static Autogeneration of(Workspace workspace, Supplier<Retort> connected, ModelOptions options) {
        return new Autogeneration(
                options.isReplay() ? replayed(workspace, options) : compared(workspace, connected.get(), options));
    }

    /** Compares an empty database with the one that there is. */
    public static Autogeneration ofLiveSchema(Retort retort) {
        return new Autogeneration(retort.authoring().liveSchema());
    }

    /** {@return what was found} */
    public Difference difference() {
        return comparison.difference();
    }

    private static ModelComparison compared(Workspace workspace, Retort retort, ModelOptions options) {
        new SourceState(workspace, retort).requireAtHead();
        try (ModelScratch made = workspace.scratch(options.model())) {
            return retort.authoring().compare(made.scratch(), made.ddl(), request(workspace, retort, options));
        }
    }

    private static ModelComparison replayed(Workspace workspace, ModelOptions options) {
        Retort retort =
                workspace.retort(List.of()).onSources(workspace.sources().workingDirectory());
        return retort.authoring()
                .replay(
                        workspace.model(options.model()),
                        request(workspace, retort, options),
                        workspace.scratchServers());
    }

    private static ComparisonRequest request(Workspace workspace, Retort retort, ModelOptions options) {
        return options.request(retort.settings().autogenerate(), workspace.customizers());
    }

    public boolean isEmpty() {
        return difference().isEmpty();
    }

    /** {@return the differences, one line each} */
    public List<String> detected() {
        List<Operation> operations = difference().operations();
        boolean onlySql = operations.stream().allMatch(ExecuteSql.class::isInstance);
        return operations.stream()
                .filter(operation -> onlySql || !(operation instanceof ExecuteSql))
                .map(Operation::describe)
                .toList();
    }

    /** {@return notes about the differences, one line each} */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(difference().unsettled());
        if (!difference().unknown().isEmpty()) {
            remarks.add("Not in the model, left unchanged: "
                    + difference().unknown().stream().map(Autogeneration::shown).collect(Collectors.joining(", "))
                    + ".");
        }
        return remarks;
    }

    /** {@return the rules that the entities do not state, grouped; every one of them} */
    public List<String> toleratedRules() {
        return new ToleratedRuleLines(difference().tolerated()).all();
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>(remarks());
        comments.addAll(new ToleratedRuleLines(difference().tolerated()).summary());
        return comments;
    }

    /** {@return the {@code -- model:} lines of a script that creates what there is, with an empty line before them} */
    public String sharedMarks() {
        return marks(comparison.shared());
    }

    /** The {@code -- model:} lines, at the end of the script. */
    private static String marks(List<String> marks) {
        return marks.stream()
                .map(mark -> "-- model: " + mark + "\n")
                .collect(Collectors.joining("", marks.isEmpty() ? "" : "\n", ""));
    }

    private static String shown(ObjectKey key) {
        return ToleratedRuleLines.printable(key.toString());
    }

    /**
     * {@return the statements of the upgrade and the downgrade}
     *
     * @param safe whether the upgrade uses steps that do not block writes
     */
    public RevisionMaker.Sections sections(boolean safe) {
        SqlScriptWriter writer = new SqlScriptWriter(SqlRenderer.of(comparison.version(), comparison.schema()));
        StringBuilder upgrade = new StringBuilder();
        comments().forEach(remark -> upgrade.append("-- ").append(remark).append('\n'));
        upgrade.append(upgrade.isEmpty() ? "" : "\n").append(writer.section(steps(upgrade(safe))));
        String downgrade = writer.section(steps(difference().downgrade()));
        boolean nothing = downgrade.isEmpty() && !difference().isEmpty();
        return new RevisionMaker.Sections(
                upgrade.toString(),
                (nothing ? "-- migrate: nothing\n" : downgrade)
                        + marks(difference().marks()),
                Set.of());
    }

    /** {@return the same as statements of a Java revision} */
    public RevisionMaker.Sections javaSections(boolean safe) {
        JavaRevisionRenderer writer = new JavaRevisionRenderer(comparison.schema());
        StringBuilder upgrade = new StringBuilder();
        comments()
                .forEach(remark -> upgrade.append("        // ").append(remark).append('\n'));
        upgrade.append(writer.body(steps(upgrade(safe))));
        String downgrade = writer.body(steps(difference().downgrade()));
        return new RevisionMaker.Sections(upgrade.toString(), downgrade, writer.imports());
    }

    private List<AnnotatedOperation> upgrade(boolean safe) {
        return safe
                ? comparison.safe().of(difference().upgrade())
                : difference().upgrade();
    }

    private static List<RenderedOperation> steps(List<AnnotatedOperation> changes) {
        return changes.stream()
                .map(change -> new RenderedOperation(change.operation(), change.notes()))
                .toList();
    }
}
