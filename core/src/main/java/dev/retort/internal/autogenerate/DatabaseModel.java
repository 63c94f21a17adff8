/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.ObjectFile;
import dev.retort.model.SchemaModel;
import dev.retort.schema.DatabaseSchema;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The schema of the database itself as the model, for projects that have object files and neither entities nor a {@code schema.sql}: only
 * the objects of the files are compared.
 */
public final class DatabaseModel implements SchemaModel {

    /** The name in {@code retort.model}. */
    public static final String NAME = "database";

    private final Supplier<SchemaReader.Whole> live;
    private final Supplier<List<ObjectFile>> files;
    private final Supplier<Map<String, String>> stated;

    DatabaseModel(
            Supplier<SchemaReader.Whole> live, Supplier<List<ObjectFile>> files, Supplier<Map<String, String>> stated) {
        this.live = live;
        this.files = files;
        this.stated = stated;
    }

    /** {@return the model with another schema in the place of that of the database} */
    DatabaseModel over(SchemaReader.Whole other) {
        return new DatabaseModel(() -> other, files, stated);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ModelDdl ddl(int majorVersion) {
        SchemaReader.Whole whole = live.get();
        String schema = whole.session().isEmpty() ? null : whole.session().get(0);
        DatabaseSchema rest = new ObjectsOfFiles(whole.schema(), schema, files.get(), stated.get()).removed();
        SqlRenderer renderer = SqlRenderer.of(whole.version(), schema);
        List<ModelStatement> statements = new SchemaDiff(DiffSettings.of(whole.version()))
                .between(LiveSchema.empty(whole.schema()), rest).upgrade().stream()
                        .flatMap(change -> renderer.render(change.operation()).stream())
                        .flatMap(sql -> ModelStatement.split(sql, line -> "the schema of the database").stream())
                        .toList();
        return new ModelDdl(NAME, statements, ModelDdl.Reach.SCHEMA);
    }
}
