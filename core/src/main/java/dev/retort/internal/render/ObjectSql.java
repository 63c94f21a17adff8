/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.internal.render.text.UnsupportedOperationSqlException;
import dev.retort.operation.ObjectOperation;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.CreateObject;
import dev.retort.operation.ObjectOperation.DropObject;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.operation.ObjectOperation.SetSchema;
import dev.retort.operation.ObjectOperation.SetStorageParameters;
import dev.retort.operation.ObjectOperation.SetTablespace;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.name.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes operations that objects of many kinds know. */
record ObjectSql(Dialect dialect) implements ObjectOperation.Visitor<List<String>> {

    @Override
    public List<String> rename(Rename operation) {
        ObjectKey object = operation.object();
        String owner = dialect.name(object.name());
        String change = dialect.quote(operation.from()) + " TO " + dialect.quote(operation.to());
        return List.of(
                switch (object.kind()) {
                    case COLUMN -> "ALTER TABLE " + owner + " RENAME COLUMN " + change;
                    case CONSTRAINT -> "ALTER TABLE " + owner + " RENAME CONSTRAINT " + change;
                    case ATTRIBUTE -> "ALTER TYPE " + owner + " RENAME ATTRIBUTE " + change;
                    case DOMAIN_CONSTRAINT -> "ALTER DOMAIN " + owner + " RENAME CONSTRAINT " + change;
                    case TRIGGER, POLICY, RULE ->
                        "ALTER " + object.kind().sql() + " " + dialect.quote(operation.from()) + " ON " + owner
                                + " RENAME TO " + dialect.quote(operation.to());
                    case EXTENSION, OPERATOR, OPERATOR_CLASS, OPERATOR_FAMILY ->
                        throw UnsupportedOperationSqlException.never(
                                "The " + object + " cannot be renamed.",
                                "PostgreSQL has no statement that renames it by its name alone.",
                                "Write the SQL manually.");
                    default -> alter(object) + " RENAME TO " + dialect.quote(operation.to());
                });
    }

    private String alter(ObjectKey object) {
        return "ALTER " + object.kind().sql() + " " + new ObjectText(dialect).name(object);
    }

    @Override
    public List<String> setSchema(SetSchema operation) {
        return List.of(alter(operation.object()) + " SET SCHEMA " + dialect.quote(operation.to()));
    }

    @Override
    public List<String> commentOn(CommentOn operation) {
        return List.of(new ObjectText(dialect).comment(operation.object(), operation.to()));
    }

    @Override
    public List<String> grantPrivileges(GrantPrivileges operation) {
        return new ObjectText(dialect).grant(operation.object(), operation.grants());
    }

    @Override
    public List<String> revokePrivileges(RevokePrivileges operation) {
        return new ObjectText(dialect).revoke(operation.object(), operation.grants());
    }

    @Override
    public List<String> setStorageParameters(SetStorageParameters operation) {
        Map<String, String> before = operation.from() == null ? Map.of() : operation.from();
        return dialect.changes(before, operation.to()).stream()
                .map(change -> alter(operation.object()) + " " + change)
                .toList();
    }

    @Override
    public List<String> setTablespace(SetTablespace operation) {
        return List.of(alter(operation.object()) + " SET TABLESPACE " + dialect.quote(operation.to()));
    }

    @Override
    public List<String> createObject(CreateObject operation) {
        DefinedObject object = operation.definition();
        List<String> statements = new ArrayList<>();
        statements.add(object.definition());
        if (object.following() != null) {
            statements.add(object.following());
        }
        ObjectText text = new ObjectText(dialect);
        text.addComment(statements, object.key(), object.comment());
        statements.addAll(text.grant(object.key(), object.grants()));
        return statements;
    }

    @Override
    public List<String> dropObject(DropObject operation) {
        return List.of("DROP " + operation.dropped().reference());
    }
}
