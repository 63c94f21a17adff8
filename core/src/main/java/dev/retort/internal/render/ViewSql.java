/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.ViewOperation;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.operation.ViewOperation.DropMaterializedView;
import dev.retort.operation.ViewOperation.DropView;
import dev.retort.operation.ViewOperation.RefreshMaterializedView;
import dev.retort.operation.ViewOperation.ReplaceView;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.View;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.List;

/** Writes operations on views and materialized views. */
record ViewSql(Dialect dialect) implements ViewOperation.Visitor<List<String>> {

    @Override
    public List<String> createView(CreateView operation) {
        View view = operation.definition();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE VIEW " + body(view));
        for (Column column : view.columns()) {
            if (column.value() instanceof ColumnValue.Default given) {
                statements.add("ALTER VIEW " + dialect.name(view.name()) + " ALTER COLUMN "
                        + dialect.quote(column.name()) + " SET DEFAULT " + given.expression());
            }
        }
        TriggerSql triggers = new TriggerSql(dialect);
        view.triggers().forEach(trigger -> statements.addAll(triggers.create(view.name(), trigger)));
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, view.key(), view.comment());
        objects.addColumns(statements, view.name(), view.columns());
        statements.addAll(objects.grant(view.key(), view.grants()));
        return statements;
    }

    private String body(View view) {
        if (view.options().containsKey("security_invoker")) {
            dialect.require(15, "security_invoker of views");
        }
        return dialect.name(view.name())
                + (view.options().isEmpty() ? "" : " WITH " + dialect.parameters(view.options())) + " AS\n"
                + view.query().stripTrailing();
    }

    @Override
    public List<String> replaceView(ReplaceView operation) {
        return List.of("CREATE OR REPLACE VIEW " + body(operation.to()));
    }

    @Override
    public List<String> dropView(DropView operation) {
        return List.of(drop("VIEW ", operation.view(), operation.ifExists(), operation.cascade()));
    }

    private String drop(String words, QualifiedName view, boolean ifExists, boolean cascade) {
        return "DROP " + words + (ifExists ? "IF EXISTS " : "") + dialect.name(view) + (cascade ? " CASCADE" : "");
    }

    @Override
    public List<String> createMaterializedView(CreateMaterializedView operation) {
        MaterializedView view = operation.definition();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE MATERIALIZED VIEW " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + dialect.name(view.name())
                + (view.parameters().isEmpty() ? "" : " WITH " + dialect.parameters(view.parameters()))
                + (view.tablespace() == null ? "" : " TABLESPACE " + dialect.quote(view.tablespace())) + " AS\n"
                + view.query().stripTrailing() + (view.populated() ? "" : "\nWITH NO DATA"));
        IndexSql indexes = new IndexSql(dialect);
        for (Index index : view.indexes()) {
            boolean asked = operation.ifNotExists() && index.name() != null;
            statements.addAll(indexes.createIndex(new CreateIndex(view.name(), index, false, asked)));
        }
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, view.key(), view.comment());
        objects.addColumns(statements, view.name(), view.columns());
        statements.addAll(objects.grant(view.key(), view.grants()));
        return statements;
    }

    @Override
    public List<String> dropMaterializedView(DropMaterializedView operation) {
        return List.of(drop("MATERIALIZED VIEW ", operation.view(), operation.ifExists(), operation.cascade()));
    }

    @Override
    public List<String> refreshMaterializedView(RefreshMaterializedView operation) {
        return List.of("REFRESH MATERIALIZED VIEW " + (operation.concurrently() ? "CONCURRENTLY " : "")
                + dialect.name(operation.view()));
    }
}
