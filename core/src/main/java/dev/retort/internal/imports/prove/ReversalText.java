/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A generated downgrade.
 *
 * @param section its statements
 * @param reason why there is none; {@code null} where there is one
 */
record ReversalText(String section, @Nullable String reason) {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Pattern VARCHAR = Pattern.compile("character varying(?:\\((\\d+)\\))?");

    static ReversalText of(DatabaseSchema before, DatabaseSchema after, ServerVersion version, String schema) {
        Difference difference = new SchemaDiff(DiffSettings.of(version).withDropUnknown(true)).between(before, after);
        Optional<String> lost = difference.upgrade().stream()
                .map(AnnotatedOperation::operation)
                .filter(ReversalText::loses)
                .map(operation -> "it can lose values (" + operation.describe() + ")")
                .findFirst();
        if (lost.isPresent()) {
            return new ReversalText("", lost.get());
        }
        if (!difference.unsettled().isEmpty()) {
            return new ReversalText("", difference.unsettled().get(0).replaceFirst("\\.$", ""));
        }
        String section = new SqlScriptWriter(SqlRenderer.of(version, schema.isEmpty() ? null : schema))
                .section(difference.downgrade().stream()
                        .map(change -> new RenderedOperation(change.operation(), change.notes()))
                        .toList());
        return section.isBlank()
                ? new ReversalText("", "a comparison of schemas does not show what it does")
                : new ReversalText(section, null);
    }

    private static boolean loses(Operation operation) {
        return operation.losesData() || (operation instanceof AlterColumnType change && !keepsValues(change));
    }

    /** A wider type has a place for every value; of others that is not known. */
    private static boolean keepsValues(AlterColumnType change) {
        if (change.from() == null || change.using() != null) {
            return false;
        }
        String from = String.valueOf(change.from().type());
        String to = String.valueOf(change.to().type());
        int narrow = INTEGERS.indexOf(from);
        return from.equals(to)
                || (narrow >= 0 && narrow < INTEGERS.indexOf(to))
                || (VARCHAR.matcher(from).matches() && (to.equals("text") || length(to) >= length(from)));
    }

    private static long length(String type) {
        Matcher varchar = VARCHAR.matcher(type);
        if (!varchar.matches()) {
            return -1;
        }
        return varchar.group(1) == null ? Long.MAX_VALUE : Long.parseLong(varchar.group(1));
    }
}
