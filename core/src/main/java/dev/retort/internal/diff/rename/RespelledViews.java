/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.operation.ViewOperation.ReplaceView;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.View;
import dev.retort.schema.name.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Views that a downgrade creates before it gives tables their old names, in words that only the new names need. */
public final class RespelledViews {

    private RespelledViews() {}

    /**
     * {@return the statements after the renames that give such views their old queries}
     *
     * @param database the schema under its old names
     * @param names the new ones
     * @param downgrade the downgrade up to the renames
     */
    public static List<AnnotatedOperation> restored(
            DatabaseSchema database, NewNames names, List<AnnotatedOperation> downgrade) {
        Set<QualifiedName> written = downgrade.stream()
                .map(AnnotatedOperation::operation)
                .filter(operation -> operation instanceof CreateView || operation instanceof ReplaceView)
                .map(operation -> operation instanceof CreateView create
                        ? create.definition().name()
                        : ((ReplaceView) operation).to().name())
                .collect(Collectors.toSet());
        return database.views().stream()
                .filter(view -> view instanceof View && written.contains(names.object(name(view))))
                .map(View.class::cast)
                .filter(view -> RenamedQuery.nestsTables(names, view.query()))
                .map(view -> AnnotatedOperation.of(new ReplaceView(null, view)))
                .toList();
    }

    private static QualifiedName name(SchemaObject view) {
        return view.key().name();
    }
}
