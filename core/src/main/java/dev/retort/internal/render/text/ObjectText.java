/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.text;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes how objects are called in SQL, their comments and privileges. */
public record ObjectText(Dialect dialect) {

    /** The owner keeps what it has, and can lose the option to grant it. */
    private static final String OWNER = "CURRENT_USER";

    /** {@return the object as {@code COMMENT ON} wants it, its kind first} */
    String reference(ObjectKey object) {
        String words = object.kind().sql() + " ";
        return switch (object.kind()) {
            case COLUMN, ATTRIBUTE -> words + dialect.name(object.name()) + "." + dialect.quote(object.detail());
            case CONSTRAINT, TRIGGER, POLICY, RULE ->
                words + dialect.quote(object.detail()) + " ON " + dialect.name(object.name());
            case DOMAIN_CONSTRAINT ->
                words + dialect.quote(object.detail()) + " ON DOMAIN " + dialect.name(object.name());
            default -> words + name(object);
        };
    }

    /** {@return the name of an object that is no part of another, with its arguments where it has some} */
    public String name(ObjectKey object) {
        return switch (object.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> dialect.name(object.name()) + "(" + object.detail() + ")";
            default -> dialect.name(object.name());
        };
    }

    /** {@return the statement that sets a comment, or removes it when that is {@code null} or empty} */
    public String comment(ObjectKey object, @Nullable String comment) {
        String text = comment == null || comment.isEmpty() ? "NULL" : Identifiers.literal(comment);
        return "COMMENT ON " + reference(object) + " IS " + text;
    }

    /** Adds the statement that sets a comment, if there is one. */
    public void addComment(List<String> statements, ObjectKey object, @Nullable String comment) {
        if (comment != null && !comment.isEmpty()) {
            statements.add(comment(object, comment));
        }
    }

    /** Adds comments and privileges of columns. */
    public void addColumns(List<String> statements, QualifiedName table, List<Column> columns) {
        for (Column column : columns) {
            ObjectKey key = ObjectKey.of(ObjectKind.COLUMN, table, column.name());
            addComment(statements, key, column.comment());
            statements.addAll(grant(key, column.grants()));
        }
    }

    /** {@return the statements that grant privileges, or revoke those that are marked so} */
    public List<String> grant(ObjectKey object, List<Grant> grants) {
        return statements(object, grants, false);
    }

    /** {@return the statements that revoke privileges, or grant those that are marked as revoked} */
    public List<String> revoke(ObjectKey object, List<Grant> grants) {
        return statements(object, grants, true);
    }

    private List<String> statements(ObjectKey object, List<Grant> grants, boolean back) {
        Map<String, List<String>> privileges = new LinkedHashMap<>();
        for (Grant grant : grants) {
            String role = dialect.role(grant.grantee());
            boolean option = back && grant.grantable() && grant.grantee().equals(OWNER);
            String frame = option
                    ? "REVOKE GRANT OPTION FOR %s FROM " + role
                    : grant.revoked() != back
                            ? "REVOKE %s FROM " + role
                            : "GRANT %s TO " + role + (grant.grantable() ? " WITH GRANT OPTION" : "");
            privileges.computeIfAbsent(frame, unused -> new ArrayList<>()).add(grant.privilege());
        }
        List<String> statements = new ArrayList<>();
        privileges.forEach((frame, words) -> {
            int hole = frame.indexOf("%s");
            statements.add(frame.substring(0, hole) + on(object, words) + frame.substring(hole + 2));
        });
        return statements;
    }

    private String on(ObjectKey object, List<String> privileges) {
        return switch (object.kind()) {
            case COLUMN ->
                privileges.stream()
                                .map(privilege -> privilege + " (" + dialect.quote(object.detail()) + ")")
                                .collect(Collectors.joining(", "))
                        + " ON " + dialect.name(object.name());
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE ->
                String.join(", ", privileges) + " ON " + dialect.name(object.name());
            case AGGREGATE -> String.join(", ", privileges) + " ON FUNCTION " + name(object);
            default -> String.join(", ", privileges) + " ON " + object.kind().sql() + " " + name(object);
        };
    }
}
