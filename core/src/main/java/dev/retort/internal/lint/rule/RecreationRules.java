/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.ColumnFacts;
import dev.retort.internal.lint.measure.RelationChange;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about objects that a revision drops and creates again, and what the new ones lack. */
final class RecreationRules {

    private RecreationRules() {}

    /** What is dropped and created again under its name, and what it had. */
    static List<Finding> recreated(RevisionContext revision) {
        List<Finding> findings = new ArrayList<>();
        Map<String, RelationFacts> named = new HashMap<>();
        revision.after().relations().values().forEach(relation -> named.put(relation.toString(), relation));
        for (RelationFacts old : revision.before().relations().values()) {
            RelationFacts now = named.get(old.toString());
            boolean again = now != null
                    && now.oid() != old.oid()
                    && revision.isOld(old.oid())
                    && revision.after().relation(old.oid()) == null;
            if (again && !old.isIndex()) {
                List<String> lost = lost(revision, old, Objects.requireNonNull(now));
                if (!lost.isEmpty()) {
                    findings.add(recreated(revision, old, now, lost));
                }
            }
        }
        return findings;
    }

    private static List<String> lost(RevisionContext revision, RelationFacts old, RelationFacts now) {
        List<String> lost = new ArrayList<>();
        if (old.privileges() != null && !old.privileges().equals(now.privileges())) {
            lost.add("its privileges " + old.privileges());
        }
        if (old.comment() != null && !old.comment().equals(now.comment())) {
            lost.add("its comment");
        }
        lost.addAll(lostOfTable(revision, old, now));
        lost.addAll(lostColumns(old, now));
        if (old.isView()) {
            List<String> kept = definitions(revision.after().relations().values(), now);
            definitions(revision.before().relations().values(), old).stream()
                    .filter(index -> !kept.contains(index))
                    .forEach(index -> lost.add("the index " + index));
        }
        return lost;
    }

    /** What queries of a view name; dropped columns of tables are found where they are dropped. */
    private static List<String> lostColumns(RelationFacts old, RelationFacts now) {
        Set<String> names =
                now.columns().values().stream().map(ColumnFacts::name).collect(Collectors.toSet());
        return old.columns().values().stream()
                .map(ColumnFacts::name)
                .filter(name -> old.isView() && !names.contains(name))
                .sorted()
                .map(name -> "its column " + name)
                .toList();
    }

    /** A copy by {@code CREATE TABLE AS} has the rows of the moment at which it was made, and nothing else. */
    private static List<String> lostOfTable(RevisionContext revision, RelationFacts old, RelationFacts now) {
        List<String> lost = new ArrayList<>();
        if (old.kind() != 'r') {
            return lost;
        }
        if (old.primaryKey().isPresent() && now.primaryKey().isEmpty()) {
            lost.add("its primary key");
        }
        int before = definitions(revision.before().relations().values(), old).size();
        if (before > 0
                && definitions(revision.after().relations().values(), now).isEmpty()) {
            lost.add(before == 1 ? "its index" : "its " + before + " indexes");
        }
        return lost;
    }

    private static List<String> definitions(Iterable<RelationFacts> relations, RelationFacts table) {
        List<String> definitions = new ArrayList<>();
        relations.forEach(relation -> {
            if (relation.index() != null && relation.index().table() == table.oid()) {
                definitions.add(relation.index().definition());
            }
        });
        return definitions;
    }

    private static Finding recreated(
            RevisionContext revision, RelationFacts old, RelationFacts now, List<String> lost) {
        int at = position(revision, now.oid());
        boolean columns = lost.equals(lostColumns(old, now));
        FindingBuilder draft = FindingBuilder.of(
                        Rule.RECREATED_WITHOUT_GRANTS,
                        new MeasuredStatement(revision.measurements().get(at), revision, at))
                .object(old.toString())
                .evidence(Evidence.CATALOG)
                .message(old + " is dropped and created again without " + String.join(", ", lost) + ".")
                .rewrittenAs(
                        columns || !lostOfTable(revision, old, now).isEmpty() ? null : Restored.of(revision, old, now));
        return (columns ? draft.severity(Severity.WARNING) : draft).finding();
    }

    private static int position(RevisionContext revision, long created) {
        for (int i = 0; i < revision.measurements().size(); i++) {
            RelationChange change = revision.measurements().get(i).changes().get(created);
            if (change != null && change.before() == null) {
                return i;
            }
        }
        return 0;
    }
}
