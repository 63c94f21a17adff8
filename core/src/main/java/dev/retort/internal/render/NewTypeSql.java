/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.internal.render.text.ConstraintText;
import dev.retort.internal.render.text.Dialect;
import dev.retort.internal.render.text.ObjectText;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.RangeType;
import dev.retort.schema.UserType;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a new type. */
record NewTypeSql(Dialect dialect) {

    /** {@return the statements that make a type with its comments and privileges} */
    List<String> statements(UserType type) {
        List<String> statements = new ArrayList<>();
        if (type instanceof EnumType values) {
            statements.add(enumeration(values));
            annotate(statements, type.key(), values.comment(), values.grants());
        } else if (type instanceof CompositeType composite) {
            addComposite(statements, composite);
        } else if (type instanceof RangeType range) {
            statements.add("CREATE TYPE " + dialect.name(range.name()) + " AS RANGE (" + range.definition() + ")");
            annotate(statements, type.key(), range.comment(), range.grants());
        } else if (type instanceof Domain domain) {
            addDomain(statements, domain);
        }
        return statements;
    }

    private void annotate(List<String> statements, ObjectKey key, @Nullable String comment, List<Grant> grants) {
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, key, comment);
        statements.addAll(objects.grant(key, grants));
    }

    /** {@return {@code CREATE TYPE ... AS ENUM}} */
    String enumeration(EnumType type) {
        String labels = type.labels().stream().map(Identifiers::literal).collect(Collectors.joining(", "));
        return "CREATE TYPE " + dialect.name(type.name()) + " AS ENUM (" + labels + ")";
    }

    private void addComposite(List<String> statements, CompositeType type) {
        String attributes = type.attributes().stream()
                .map(attribute -> attribute(dialect, attribute))
                .collect(Collectors.joining(",\n    "));
        statements.add("CREATE TYPE " + dialect.name(type.name()) + " AS ("
                + (attributes.isEmpty() ? "" : "\n    " + attributes + "\n") + ")");
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, type.key(), type.comment());
        for (Column attribute : type.attributes()) {
            ObjectKey key = ObjectKey.of(ObjectKind.ATTRIBUTE, type.name(), attribute.name());
            objects.addComment(statements, key, attribute.comment());
        }
        statements.addAll(objects.grant(type.key(), type.grants()));
    }

    /** {@return an attribute of a composite type} */
    static String attribute(Dialect dialect, Column attribute) {
        return dialect.quote(attribute.name()) + " " + attribute.type().sql()
                + (attribute.collation() == null ? "" : " COLLATE " + attribute.collation());
    }

    private void addDomain(List<String> statements, Domain domain) {
        StringBuilder text = new StringBuilder("CREATE DOMAIN ")
                .append(dialect.name(domain.name()))
                .append(" AS ")
                .append(domain.type().sql());
        if (domain.collation() != null) {
            text.append(" COLLATE ").append(domain.collation());
        }
        if (domain.defaultExpression() != null) {
            text.append(" DEFAULT ").append(domain.defaultExpression());
        }
        text.append(domain.notNull() ? " NOT NULL" : "");
        ConstraintText constraints = new ConstraintText(dialect);
        domain.checks().stream()
                .filter(ConstraintText::fitsInTable)
                .forEach(check -> text.append("\n    ").append(constraints.definition(check)));
        statements.add(text.toString());
        addParts(statements, domain);
    }

    private void addParts(List<String> statements, Domain domain) {
        ObjectText objects = new ObjectText(dialect);
        objects.addComment(statements, domain.key(), domain.comment());
        for (Constraint.Check check : domain.checks()) {
            if (!ConstraintText.fitsInTable(check)) {
                statements.add("ALTER DOMAIN " + dialect.name(domain.name()) + " ADD "
                        + new ConstraintText(dialect).definition(check));
            }
            if (check.name() != null) {
                ObjectKey key = ObjectKey.of(ObjectKind.DOMAIN_CONSTRAINT, domain.name(), check.name());
                objects.addComment(statements, key, check.comment());
            }
        }
        statements.addAll(objects.grant(domain.key(), domain.grants()));
    }
}
