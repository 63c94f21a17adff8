/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.PolicyOperation;
import dev.retort.operation.PolicyOperation.AlterPolicy;
import dev.retort.operation.PolicyOperation.CreatePolicy;
import dev.retort.operation.PolicyOperation.DropPolicy;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes operations on row-level-security policies. */
record PolicySql(Dialect dialect) implements PolicyOperation.Visitor<List<String>> {

    @Override
    public List<String> createPolicy(CreatePolicy operation) {
        return create(operation.table(), operation.definition());
    }

    /** {@return the statements that make a policy with its comment} */
    List<String> create(QualifiedName table, Policy policy) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE POLICY " + on(table, policy.name()) + (policy.permissive() ? "" : " AS RESTRICTIVE")
                + (policy.command().equals("ALL") ? "" : " FOR " + policy.command())
                + (policy.roles().isEmpty() ? "" : " TO " + roles(policy)) + using(policy.using())
                + withCheck(policy.withCheck()));
        ObjectKey key = ObjectKey.of(ObjectKind.POLICY, table, policy.name());
        new ObjectText(dialect).addComment(statements, key, policy.comment());
        return statements;
    }

    private String on(QualifiedName table, String policy) {
        return dialect.quote(policy) + " ON " + dialect.name(table);
    }

    private String roles(Policy policy) {
        return policy.roles().isEmpty()
                ? "PUBLIC"
                : policy.roles().stream().map(dialect::role).collect(Collectors.joining(", "));
    }

    private static String using(@Nullable String expression) {
        return expression == null ? "" : "\n    USING (" + expression + ")";
    }

    private static String withCheck(@Nullable String expression) {
        return expression == null ? "" : "\n    WITH CHECK (" + expression + ")";
    }

    @Override
    public List<String> dropPolicy(DropPolicy operation) {
        return List.of(
                "DROP POLICY " + (operation.ifExists() ? "IF EXISTS " : "") + on(operation.table(), operation.name()));
    }

    @Override
    public List<String> alterPolicy(AlterPolicy operation) {
        Policy from = operation.from();
        Policy to = operation.to();
        if (from != null && !canBeAltered(from, to)) {
            List<String> statements = new ArrayList<>();
            statements.add("DROP POLICY " + on(operation.table(), from.name()));
            statements.addAll(create(operation.table(), to));
            return statements;
        }
        boolean sameRoles = from != null && from.roles().equals(to.roles());
        String using = from != null && Objects.equals(from.using(), to.using()) ? "" : using(to.using());
        String check =
                from != null && Objects.equals(from.withCheck(), to.withCheck()) ? "" : withCheck(to.withCheck());
        String changes = (sameRoles ? "" : " TO " + roles(to)) + using + check;
        return changes.isEmpty() ? List.of() : List.of("ALTER POLICY " + on(operation.table(), to.name()) + changes);
    }

    /** PostgreSQL changes neither kind nor command, and takes no expression away. */
    private static boolean canBeAltered(Policy from, Policy to) {
        return from.permissive() == to.permissive()
                && from.command().equals(to.command())
                && (from.using() == null || to.using() != null)
                && (from.withCheck() == null || to.withCheck() != null);
    }
}
