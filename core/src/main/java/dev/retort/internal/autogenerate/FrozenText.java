/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.internal.objects.DefinitionText;
import dev.retort.internal.objects.ObjectStatement;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.ObjectFile;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.Operation;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.RoutineOperation.ReplaceRoutine;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.operation.ViewOperation.ReplaceView;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.Routine;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes views and routines into an upgrade as their object files write them, with comments and line breaks. The server's own words
 * remain in the downgrade, whose text no file has any more.
 */
final class FrozenText {

    private final @Nullable String schema;
    private final Set<ObjectKey> stated;
    private final Map<QualifiedName, String> queries = new HashMap<>();
    private final Map<QualifiedName, String> routines = new HashMap<>();
    private final Set<QualifiedName> overloaded = new HashSet<>();
    private final Set<QualifiedName> altered = new HashSet<>();

    private FrozenText(@Nullable String schema, Set<ObjectKey> stated) {
        this.schema = schema;
        this.stated = stated;
    }

    /**
     * Reads the files.
     *
     * @param ddl the model
     * @param stated what its object files create
     * @param schema the schema in which a name without one is created
     */
    static FrozenText of(ModelDdl ddl, Set<ObjectKey> stated, @Nullable String schema) {
        FrozenText text = new FrozenText(schema, stated);
        for (ObjectFile file : ddl.objectFiles()) {
            file.statements().forEach(text::read);
        }
        text.overloaded.forEach(text.routines::remove);
        text.altered.forEach(text.routines::remove);
        text.altered.forEach(text.queries::remove);
        return text;
    }

    private void read(ModelStatement statement) {
        ObjectStatement read = new ObjectStatement(statement);
        String view = read.view();
        String routine = read.routine();
        String changed = read.altered();
        if (changed != null) {
            altered.add(name(changed));
        }
        if (view != null) {
            DefinitionText.query(statement.text()).ifPresent(query -> queries.put(name(view), query));
        } else if (routine != null) {
            DefinitionText.routine(statement.text()).ifPresent(text -> {
                if (routines.put(name(routine), text) != null) {
                    overloaded.add(name(routine));
                }
            });
        }
    }

    private QualifiedName name(String written) {
        List<String> parts = ObjectStatement.parts(written);
        return parts.size() == 1
                ? new QualifiedName(schema, parts.get(0))
                : new QualifiedName(parts.get(0), parts.get(parts.size() - 1));
    }

    List<AnnotatedOperation> in(List<AnnotatedOperation> upgrade) {
        return queries.isEmpty() && routines.isEmpty()
                ? upgrade
                : upgrade.stream()
                        .map(change -> new AnnotatedOperation(frozen(change.operation()), change.notes()))
                        .toList();
    }

    private Operation frozen(Operation operation) {
        if (operation instanceof CreateView create) {
            return new CreateView(frozen(create.definition()));
        }
        if (operation instanceof ReplaceView replace) {
            return new ReplaceView(replace.from(), frozen(replace.to()));
        }
        if (operation instanceof CreateMaterializedView create) {
            return new CreateMaterializedView(frozen(create.definition()), create.ifNotExists());
        }
        if (operation instanceof CreateRoutine create) {
            return new CreateRoutine(frozen(create.definition()));
        }
        return operation instanceof ReplaceRoutine replace
                ? new ReplaceRoutine(replace.from(), frozen(replace.to()))
                : operation;
    }

    private View frozen(View view) {
        String query = queries.get(view.name());
        return query == null || !stated.contains(view.key())
                ? view
                : new View(
                        view.name(),
                        view.columns(),
                        query,
                        view.options(),
                        view.triggers(),
                        view.grants(),
                        view.comment());
    }

    private MaterializedView frozen(MaterializedView view) {
        String query = queries.get(view.name());
        return query == null || !stated.contains(view.key())
                ? view
                : new MaterializedView(
                        view.name(),
                        view.columns(),
                        query,
                        view.indexes(),
                        view.parameters(),
                        view.tablespace(),
                        view.populated(),
                        view.grants(),
                        view.comment());
    }

    private Routine frozen(Routine routine) {
        String text = routines.get(routine.name());
        return text == null || !stated.contains(routine.key())
                ? routine
                : new Routine(
                        routine.name(),
                        routine.procedure(),
                        routine.arguments(),
                        routine.result(),
                        text,
                        routine.grants(),
                        routine.comment());
    }
}
