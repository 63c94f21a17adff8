/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.question;

import dev.retort.internal.lint.measure.ConstraintFacts;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.part.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Queries rows whose key has no row in the referenced table. */
final class ForeignKeyQuestion {

    /** Types whose equality is {@code pg_catalog}'s: the query may use no operator of another schema. */
    private static final Pattern BUILT_IN = Pattern.compile("(smallint|integer|bigint|numeric|uuid|text|character|date|"
            + "timestamp|time|boolean|bytea|oid|inet)\\b.*");

    private ForeignKeyQuestion() {}

    static Optional<Question> of(RealTable table, ConstraintFacts now, ForeignKey key) {
        RelationFacts parent = table.statement().revision().range().start().relation(now.referenced());
        boolean known = parent != null
                && key.period() == false
                && now.columns().stream()
                        .allMatch(number -> BUILT_IN.matcher(Objects.requireNonNull(
                                                table.real().columns().get(number))
                                        .type())
                                .matches())
                && key.referencedColumns().stream()
                        .allMatch(name -> parent.columns().values().stream()
                                .anyMatch(column -> column.name().equals(name)));
        return known ? Optional.of(question(table, now, key, Objects.requireNonNull(parent))) : Optional.empty();
    }

    private static Question question(RealTable table, ConstraintFacts now, ForeignKey key, RelationFacts parent) {
        List<String> joins = new ArrayList<>();
        List<String> nulls = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String child = "c." + Identifiers.quote(key.columns().get(i));
            joins.add("p." + Identifiers.quote(key.referencedColumns().get(i)) + " OPERATOR(pg_catalog.=) " + child);
            nulls.add(child + " IS NOT NULL");
        }
        String present = String.join(key.matchFull() ? " OR " : " AND ", nulls);
        String condition = "(" + present + ") AND NOT EXISTS (SELECT FROM "
                + Identifiers.quote(parent.name().schema(), parent.name().name()) + " AS p WHERE "
                + String.join(" AND ", joins) + ")";
        String sql = "SELECT " + table.key() + " FROM " + table.sql() + " AS c WHERE " + condition;
        return table.asking(now.name(), "of " + table.name() + " refer to rows that " + parent + " does not have", sql);
    }
}
