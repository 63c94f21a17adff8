/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.TypeOperation;
import dev.retort.operation.TypeOperation.AddAttribute;
import dev.retort.operation.TypeOperation.AlterAttributeType;
import dev.retort.operation.TypeOperation.CreateType;
import dev.retort.operation.TypeOperation.DropAttribute;
import dev.retort.operation.TypeOperation.DropType;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import java.util.ArrayList;
import java.util.List;

/** Writes operations on types. */
record TypeSql(Dialect dialect) implements TypeOperation.Visitor<List<String>> {

    @Override
    public List<String> createType(CreateType operation) {
        return new NewTypeSql(dialect).statements(operation.definition());
    }

    @Override
    public List<String> dropType(DropType operation) {
        return List.of("DROP " + operation.object().kind().sql() + " " + (operation.ifExists() ? "IF EXISTS " : "")
                + dialect.name(operation.type()) + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> addAttribute(AddAttribute operation) {
        Column attribute = operation.definition();
        List<String> statements = new ArrayList<>();
        statements.add(alter(operation) + "ADD ATTRIBUTE " + NewTypeSql.attribute(dialect, attribute));
        ObjectKey key = ObjectKey.of(ObjectKind.ATTRIBUTE, operation.type(), attribute.name());
        new ObjectText(dialect).addComment(statements, key, attribute.comment());
        return statements;
    }

    @Override
    public List<String> dropAttribute(DropAttribute operation) {
        return List.of(alter(operation) + "DROP ATTRIBUTE " + dialect.quote(operation.attribute())
                + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> alterAttributeType(AlterAttributeType operation) {
        ColumnType to = operation.to();
        return List.of(alter(operation) + "ALTER ATTRIBUTE " + dialect.quote(operation.attribute()) + " TYPE "
                + to.type().sql() + (to.collation() == null ? "" : " COLLATE " + to.collation()));
    }

    private String alter(TypeOperation operation) {
        return "ALTER TYPE " + dialect.name(operation.type()) + " ";
    }
}
