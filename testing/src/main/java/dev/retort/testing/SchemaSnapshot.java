/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.ConstraintOperation;
import dev.retort.operation.DomainOperation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the complete schema of a database, without the tables of migration tools.
 *
 * @param schema the schema
 * @param further the properties that the schema does not contain
 * @param version the server's version
 * @param home the current schema of the session; {@code null} if there is none
 */
record SchemaSnapshot(
        DatabaseSchema schema,
        FurtherFacts further,
        ServerVersion version,
        @Nullable String home) {

    /**
     * {@return the statements that change this schema to the other; empty if they differ only in the order of columns}
     */
    String statementsTo(SchemaSnapshot other) {
        String comments = further.changesTo(other.further);
        return schema.equals(other.schema) ? comments : comments + sql(differenceTo(other), version, home);
    }

    /**
     * {@return the statements that change this schema to an earlier one. Constraints that were validated meanwhile are
     * ignored, because PostgreSQL cannot undo a validation}
     */
    String statementsBackTo(SchemaSnapshot earlier) {
        if (schema.equals(earlier.schema) || !further.equals(earlier.further)) {
            return statementsTo(earlier);
        }
        Difference since = earlier.differenceTo(this);
        boolean harmless = since.unsettled().isEmpty()
                && since.operations().stream()
                        .allMatch(operation -> operation instanceof ConstraintOperation.ValidateConstraint
                                || operation instanceof DomainOperation.ValidateDomainConstraint);
        return harmless ? "" : statementsTo(earlier);
    }

    private Difference differenceTo(SchemaSnapshot other) {
        return new SchemaDiff(DiffSettings.of(version).withDropUnknown(true)).between(schema, other.schema);
    }

    /** {@return the statements of a difference, with comments for changes without a statement} */
    static String sql(Difference difference, ServerVersion version, @Nullable String home) {
        StringBuilder text = new StringBuilder();
        difference
                .unsettled()
                .forEach(sentence -> text.append("-- ").append(sentence).append('\n'));
        List<RenderedOperation> steps = difference.upgrade().stream()
                .map(change -> new RenderedOperation(change.operation(), List.of()))
                .toList();
        return text.append(new SqlScriptWriter(SqlRenderer.of(version, home)).section(steps))
                .toString();
    }
}
