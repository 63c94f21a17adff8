/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.DatabaseOperation;
import dev.retort.operation.DatabaseOperation.CreateExtension;
import dev.retort.operation.DatabaseOperation.CreateSchema;
import dev.retort.operation.DatabaseOperation.DropExtension;
import dev.retort.operation.DatabaseOperation.DropSchema;
import dev.retort.operation.DatabaseOperation.UpdateExtension;
import dev.retort.schema.Extension;
import dev.retort.schema.Namespace;
import java.util.ArrayList;
import java.util.List;

/** Writes operations on schemas and extensions. */
record DatabaseSql(Dialect dialect) implements DatabaseOperation.Visitor<List<String>> {

    @Override
    public List<String> createSchema(CreateSchema operation) {
        Namespace schema = operation.definition();
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE SCHEMA " + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + dialect.quote(schema.name()));
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, schema.key(), schema.comment());
        statements.addAll(objects.grant(schema.key(), schema.grants()));
        return statements;
    }

    @Override
    public List<String> dropSchema(DropSchema operation) {
        return List.of("DROP SCHEMA " + (operation.ifExists() ? "IF EXISTS " : "") + dialect.quote(operation.name())
                + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> createExtension(CreateExtension operation) {
        Extension extension = operation.definition();
        return List.of("CREATE EXTENSION " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + dialect.quote(extension.name())
                + (extension.schema() == null ? "" : " SCHEMA " + dialect.quote(extension.schema()))
                + (extension.version() == null ? "" : " VERSION " + Identifiers.literal(extension.version())));
    }

    @Override
    public List<String> dropExtension(DropExtension operation) {
        return List.of("DROP EXTENSION " + (operation.ifExists() ? "IF EXISTS " : "") + dialect.quote(operation.name())
                + (operation.cascade() ? " CASCADE" : ""));
    }

    @Override
    public List<String> updateExtension(UpdateExtension operation) {
        return List.of("ALTER EXTENSION " + dialect.quote(operation.name()) + " UPDATE TO "
                + Identifiers.literal(operation.to()));
    }
}
