/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.question;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.EnumFacts;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.lint.rule.MeasuredStatement;
import dev.retort.internal.lint.rule.RevisionContext;
import dev.retort.internal.lint.rule.TypeRules;
import dev.retort.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Queries rows with a value that an enum type no longer has. */
final class EnumQuestions {

    private EnumQuestions() {}

    static List<Question> of(RevisionContext revision) {
        List<Question> questions = new ArrayList<>();
        for (EnumFacts old : revision.before().enums().values()) {
            List<String> gone = TypeRules.removed(revision, old);
            if (!gone.isEmpty()) {
                questions.addAll(of(revision, old, gone));
            }
        }
        return questions;
    }

    private static List<Question> of(RevisionContext revision, EnumFacts type, List<String> gone) {
        List<Question> questions = new ArrayList<>();
        MeasuredStatement statement = TypeRules.last(revision, type);
        String labels = gone.stream().map(Identifiers::literal).collect(Collectors.joining(", "));
        for (RelationFacts relation : revision.range().start().relations().values()) {
            for (ColumnFacts column : relation.columns().values()) {
                boolean ofType = column.type().equals(type.name().name())
                        || column.type().equals(type.name().toString());
                if (relation.kind() == 'r' && ofType) {
                    RealTable.of(statement, new RelationChange(relation, relation))
                            .ifPresent(table -> questions.add(table.ask(
                                    column.name(),
                                    "have the value " + String.join(" or ", gone) + " in " + relation + "."
                                            + column.name(),
                                    Identifiers.quote(column.name())
                                            + "::pg_catalog.text OPERATOR(pg_catalog.=) ANY (ARRAY[" + labels + "])")));
                }
            }
        }
        return questions;
    }
}
