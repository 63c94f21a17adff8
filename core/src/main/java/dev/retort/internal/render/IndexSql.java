/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.IndexText;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.IndexOperation;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Index;
import java.util.ArrayList;
import java.util.List;

/** Writes operations on indexes. */
record IndexSql(Dialect dialect) implements IndexOperation.Visitor<List<String>> {

    @Override
    public List<String> createIndex(CreateIndex operation) {
        Index index = operation.definition();
        String words =
                (operation.concurrently() ? "CONCURRENTLY " : "") + (operation.ifNotExists() ? "IF NOT EXISTS " : "");
        List<String> statements = new ArrayList<>();
        statements.add(new IndexText(dialect).create(operation.table(), index, words));
        if (index.name() != null) {
            ObjectKey key = ObjectKey.of(ObjectKind.INDEX, operation.table().sibling(index.name()));
            new ObjectText(dialect).addComment(statements, key, index.comment());
        }
        return statements;
    }

    @Override
    public List<String> dropIndex(DropIndex operation) {
        return List.of("DROP INDEX " + (operation.concurrently() ? "CONCURRENTLY " : "")
                + (operation.ifExists() ? "IF EXISTS " : "") + dialect.name(operation.index())
                + (operation.cascade() ? " CASCADE" : ""));
    }
}
