/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements that a range comes to: the difference between the schemas before and after it, and the data that is carried
 * over.
 *
 * @param sections the statements
 * @param isReversible whether there is a downgrade
 * @param notes what the comparison left unsettled
 */
record SquashedBody(SquashedSections sections, boolean isReversible, List<String> notes) {

    /**
     * The schemas that are compared.
     *
     * @param before the one before the range
     * @param after the one after it
     * @param version the server that both are of
     * @param schema the schema in which the session finds names without one; empty for none
     */
    record Schemas(DatabaseSchema before, DatabaseSchema after, ServerVersion version, String schema) {}

    static SquashedBody of(SquashRange range, CarriedData data, Schemas schemas) {
        DiffSettings settings = DiffSettings.of(schemas.version())
                .withDropUnknown(true)
                .withRenames(TableRenames.of(schemas.before(), range.members()));
        Difference difference = new SchemaDiff(settings).between(schemas.before(), schemas.after());
        SqlScriptWriter writer = new SqlScriptWriter(
                SqlRenderer.of(schemas.version(), schemas.schema().isEmpty() ? null : schemas.schema()));
        String upgrade =
                section(writer, InstalledExtensions.of(range.members()).in(difference.upgrade())) + data.upgrade();
        Optional<String> irreversible = irreversible(range);
        String downgrade = irreversible.orElseGet(() -> data.downgrade() + section(writer, difference.downgrade()));
        boolean nothing = downgrade.isBlank() && !upgrade.isBlank();
        return new SquashedBody(
                new SquashedSections(upgrade, nothing ? "-- migrate: nothing\n" : downgrade),
                irreversible.isEmpty(),
                difference.unsettled());
    }

    private static String section(SqlScriptWriter writer, List<AnnotatedOperation> changes) {
        return writer.section(changes.stream()
                .map(change -> new RenderedOperation(change.operation(), change.notes()))
                .toList());
    }

    /** A downgrade that was refused for one of the revisions stays refused. */
    private static Optional<String> irreversible(SquashRange range) {
        String reasons = range.members().stream()
                .filter(script -> script.downgrade() instanceof DowngradeSection.Irreversible)
                .map(script ->
                        script.revision().id() + ": " + ((DowngradeSection.Irreversible) script.downgrade()).reason())
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? Optional.empty() : Optional.of("-- migrate: irreversible " + reasons + "\n");
    }
}
