/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.question;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.ConstraintFacts;
import dev.retort.internal.lint.measure.DomainCheck;
import dev.retort.internal.lint.measure.IndexFacts;
import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.lint.rule.MeasuredStatement;
import dev.retort.internal.lint.rule.Narrowing;
import dev.retort.internal.lint.rule.RevisionContext;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Derives questions to the rows of the real database from what statements change in the catalog. */
public final class Questions {

    private Questions() {}

    /** {@return the questions of all statements of a revision that ran} */
    public static List<Question> of(RevisionContext revision) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < revision.measurements().size(); i++) {
            MeasuredStatement statement =
                    new MeasuredStatement(revision.measurements().get(i), revision, i);
            if (statement.measured().failure() == null) {
                questions.addAll(of(statement));
            }
        }
        if (!revision.measurements().isEmpty()) {
            questions.addAll(EnumQuestions.of(revision));
        }
        return questions;
    }

    private static List<Question> of(MeasuredStatement statement) {
        List<Question> questions = new ArrayList<>();
        for (RelationChange change : statement.changedTables()) {
            RealTable.of(statement, change).ifPresent(table -> {
                questions.addAll(notNull(table));
                questions.addAll(constraints(table));
                questions.addAll(types(table));
                questions.addAll(bounds(table));
            });
        }
        questions.addAll(indexes(statement));
        questions.addAll(domains(statement));
        return questions;
    }

    private static List<Question> notNull(RealTable table) {
        List<Question> questions = new ArrayList<>();
        RelationFacts before = Objects.requireNonNull(table.change().before());
        for (ColumnFacts column :
                Objects.requireNonNull(table.change().after()).columns().values()) {
            ColumnFacts old = before.columns().get(column.number());
            if (old == null && column.notNull() && !column.hasValue() && !column.domain()) {
                questions.add(table.ask(
                        column.name(),
                        "are in " + table.name() + ", which gets the column " + column.name()
                                + " without a value for them",
                        "TRUE"));
            }
            Optional<String> real = table.column(column.number());
            if (old != null && !old.notNull() && column.notNull() && real.isPresent()) {
                questions.add(table.ask(
                        column.name(),
                        "have no value in " + table.name() + "." + column.name(),
                        real.get() + " IS NULL"));
            }
        }
        return questions;
    }

    private static List<Question> constraints(RealTable table) {
        List<Question> questions = new ArrayList<>();
        RelationFacts before = Objects.requireNonNull(table.change().before());
        for (ConstraintFacts now :
                Objects.requireNonNull(table.change().after()).constraints().values()) {
            ConstraintFacts old = before.constraints().get(now.oid());
            boolean checks = now.validated() && (old == null || !old.validated());
            if (checks && table.isAsBefore(now.columns())) {
                constraint(table, now).ifPresent(questions::add);
            }
        }
        return questions;
    }

    private static Optional<Question> constraint(RealTable table, ConstraintFacts now) {
        Constraint whole = table.constraint(now.name()).orElse(null);
        if (whole instanceof Constraint.Check check) {
            return Optional.of(table.ask(
                    now.name(),
                    "of " + table.name() + " do not fulfill " + now.definition(),
                    "NOT (" + check.expression() + ")"));
        }
        if (whole instanceof Constraint.ForeignKey key) {
            return ForeignKeyQuestion.of(table, now, key);
        }
        if (whole instanceof Constraint.PrimaryKey key && !key.withoutOverlaps()) {
            return Optional.of(duplicates(table, now.name(), quoted(key.columns()), null, false));
        }
        if (whole instanceof Constraint.Exclusion exclusion) {
            return exclusion(table, exclusion);
        }
        return whole instanceof Constraint.Unique unique && !unique.withoutOverlaps()
                ? Optional.of(duplicates(table, now.name(), quoted(unique.columns()), null, unique.nullsNotDistinct()))
                : Optional.empty();
    }

    /** The operators are the constraint's own, with their schemas. */
    private static Optional<Question> exclusion(RealTable table, Constraint.Exclusion exclusion) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < exclusion.elements().size(); i++) {
            String column = exclusion.elements().get(i).column();
            if (column == null || exclusion.predicate() != null) {
                return Optional.empty();
            }
            String quoted = dev.retort.internal.sql.Identifiers.quote(column);
            pairs.add("a." + quoted + " " + exclusion.operators().get(i) + " b." + quoted);
        }
        String sql = "SELECT " + table.key() + " FROM " + table.sql() + " AS a WHERE EXISTS (SELECT FROM " + table.sql()
                + " AS b WHERE b.ctid OPERATOR(pg_catalog.<>) a.ctid AND " + String.join(" AND ", pairs) + ")";
        return Optional.of(table.asking(
                String.valueOf(exclusion.name()),
                "of " + table.name() + " conflict with others by the constraint",
                sql));
    }

    private static List<String> quoted(List<String> columns) {
        return columns.stream().map(dev.retort.internal.sql.Identifiers::quote).toList();
    }

    private static Question duplicates(
            RealTable table,
            String name,
            List<String> elements,
            @org.jspecify.annotations.Nullable String predicate,
            boolean nullsNotDistinct) {
        String list = String.join(", ", elements);
        String rows = elements.stream()
                .filter(element -> !nullsNotDistinct)
                .map(element -> element + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String where = (rows.isEmpty() ? "TRUE" : rows) + (predicate == null ? "" : " AND (" + predicate + ")");
        String sql = "SELECT pg_catalog.concat_ws(', ', " + list + ") FROM " + table.sql() + " WHERE " + where
                + " GROUP BY " + list + " HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1::bigint";
        return table.asking(name, "of " + table.name() + " share a value of " + list + " with others", sql);
    }

    /** Unique indexes that are no constraint's. */
    private static List<Question> indexes(MeasuredStatement statement) {
        List<Question> questions = new ArrayList<>();
        for (RelationFacts built : statement.built()) {
            IndexFacts facts = Objects.requireNonNull(built.index());
            boolean isNew = statement.measured().before().relation(built.oid()) == null;
            if (isNew && facts.unique() && !statement.isOfConstraint(built)) {
                RelationChange same = new RelationChange(
                        statement.table(facts.table()),
                        statement.measured().after().relation(facts.table()));
                RealTable.of(statement, same)
                        .filter(table -> table.isAsBefore(facts.columns().stream()
                                .filter(number -> number > 0)
                                .toList()))
                        .flatMap(table -> unique(table, built))
                        .ifPresent(questions::add);
            }
        }
        return questions;
    }

    private static Optional<Question> unique(RealTable table, RelationFacts built) {
        return table.index(built.name().name())
                .map(index -> duplicates(
                        table, built.name().name(), elements(index), index.predicate(), index.nullsNotDistinct()));
    }

    private static List<String> elements(Index index) {
        return index.elements().stream().map(Questions::element).toList();
    }

    private static String element(IndexElement element) {
        String column = element.column();
        return column == null ? "(" + element.expression() + ")" : dev.retort.internal.sql.Identifiers.quote(column);
    }

    private static List<Question> types(RealTable table) {
        List<Question> questions = new ArrayList<>();
        RelationFacts before = Objects.requireNonNull(table.change().before());
        for (ColumnFacts column : MeasuredStatement.retyped(table.change())) {
            ColumnFacts old = Objects.requireNonNull(before.columns().get(column.number()));
            Optional<String> real = table.column(column.number());
            if (real.isPresent() && !table.statement().measured().says("using")) {
                Narrowing.condition(real.get(), old.type(), column.type())
                        .ifPresent(condition -> questions.add(table.ask(
                                column.name(),
                                "have a value in " + table.name() + "." + column.name() + " that " + column.type()
                                        + " cannot hold",
                                condition)));
            }
        }
        return questions;
    }

    private static List<Question> bounds(RealTable table) {
        Measurement measured = table.statement().measured();
        RelationFacts after = Objects.requireNonNull(table.change().after());
        String bounds = table.statement().revision().range().bounds().apply(after.oid());
        boolean attached = measured.says("attach", "partition")
                && after.partition()
                && !Objects.requireNonNull(table.change().before()).partition();
        return attached && bounds != null
                ? List.of(table.ask(
                        after.name().name(),
                        "of " + table.name() + " are outside of the bounds of the partition",
                        "(" + bounds + ") IS NOT TRUE"))
                : List.of();
    }

    private static List<Question> domains(MeasuredStatement statement) {
        List<Question> questions = new ArrayList<>();
        Measurement measured = statement.measured();
        measured.after().domainChecks().forEach((oid, now) -> {
            DomainCheck old = measured.before().domainChecks().get(oid);
            if (now.validated() && (old == null || !old.validated())) {
                questions.addAll(domain(statement, now));
            }
        });
        return questions;
    }

    private static List<Question> domain(MeasuredStatement statement, DomainCheck check) {
        List<Question> questions = new ArrayList<>();
        for (RelationFacts relation : statement.measured().before().relations().values()) {
            boolean table = relation.kind() == 'r' && statement.existed(relation.oid());
            for (ColumnFacts column : relation.columns().values()) {
                boolean ofDomain = column.type().equals(check.domain().name())
                        || column.type().equals(check.domain().toString());
                if (table && column.domain() && ofDomain) {
                    RealTable.of(statement, new RelationChange(relation, relation))
                            .flatMap(real -> real.column(column.number())
                                    .map(name -> real.ask(
                                            column.name(),
                                            "of " + real.name() + " have a value in " + column.name()
                                                    + " that does not fulfill " + check.definition(),
                                            "NOT ("
                                                    + condition(check)
                                                            .replaceAll(
                                                                    "\\bVALUE\\b",
                                                                    java.util.regex.Matcher.quoteReplacement(name))
                                                    + ")")))
                            .ifPresent(questions::add);
                }
            }
        }
        return questions;
    }

    /** The server writes {@code CHECK ((VALUE > 0))}. */
    private static String condition(DomainCheck check) {
        String text = check.definition();
        return text.substring(text.indexOf('('), text.lastIndexOf(')') + 1);
    }
}
