/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.ConstraintText;
import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.operation.DomainOperation;
import dev.retort.operation.DomainOperation.AddDomainConstraint;
import dev.retort.operation.DomainOperation.AlterDomainDefault;
import dev.retort.operation.DomainOperation.DropDomainConstraint;
import dev.retort.operation.DomainOperation.InvalidateDomainConstraint;
import dev.retort.operation.DomainOperation.SetDomainNotNull;
import dev.retort.operation.DomainOperation.ValidateDomainConstraint;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Writes operations on domains that are there. */
record DomainSql(Dialect dialect) implements DomainOperation.Visitor<List<String>> {

    @Override
    public List<String> alterDomainDefault(AlterDomainDefault operation) {
        return List.of(
                operation.to() instanceof ColumnValue.Default given
                        ? alter(operation) + "SET DEFAULT " + given.expression()
                        : alter(operation) + "DROP DEFAULT");
    }

    @Override
    public List<String> setDomainNotNull(SetDomainNotNull operation) {
        return List.of(alter(operation) + (operation.notNull() ? "SET NOT NULL" : "DROP NOT NULL"));
    }

    @Override
    public List<String> addDomainConstraint(AddDomainConstraint operation) {
        return add(operation.domain(), operation.definition());
    }

    private List<String> add(QualifiedName domain, Constraint.Check check) {
        List<String> statements = new ArrayList<>();
        statements.add(
                "ALTER DOMAIN " + dialect.name(domain) + " ADD " + new ConstraintText(dialect).definition(check));
        if (check.name() != null) {
            ObjectKey key = ObjectKey.of(ObjectKind.DOMAIN_CONSTRAINT, domain, check.name());
            new ObjectText(dialect).addComment(statements, key, check.comment());
        }
        return statements;
    }

    @Override
    public List<String> dropDomainConstraint(DropDomainConstraint operation) {
        return List.of(alter(operation) + "DROP CONSTRAINT " + (operation.ifExists() ? "IF EXISTS " : "")
                + dialect.quote(operation.name()));
    }

    @Override
    public List<String> validateDomainConstraint(ValidateDomainConstraint operation) {
        return List.of(alter(operation) + "VALIDATE CONSTRAINT " + dialect.quote(operation.name()));
    }

    @Override
    public List<String> invalidateDomainConstraint(InvalidateDomainConstraint operation) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(operation) + "DROP CONSTRAINT " + dialect.quote(operation.name()));
        statements.addAll(add(operation.domain(), operation.definition().withValidated(false)));
        return statements;
    }

    private String alter(DomainOperation operation) {
        return "ALTER DOMAIN " + dialect.name(operation.domain()) + " ";
    }
}
