/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.MappingContext;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.internal.diff.rename.RoundTrip;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a mapping states now, and those that it stated before as the marks of the applied revisions say. What
 * was stated and is not any more is to go; an object that was never stated may belong to another owner.
 */
final class StatedRules {

    private final Set<StatedRule> now;
    private final Map<StatedRule, String> before;
    private final StatedObjects objects;

    private StatedRules(Set<StatedRule> now, Map<StatedRule, String> before, StatedObjects objects) {
        this.now = now;
        this.before = before;
        this.objects = objects;
    }

    /**
     * Finds the rules.
     *
     * @param model the model as it is made from the classes
     * @param settings know what was stated before
     * @param names what the script renames
     */
    static StatedRules of(DatabaseSchema model, DiffSettings settings, NewNames names) {
        MappingContext context = settings.context();
        Set<StatedRule> now = rules(model);
        Map<StatedRule, String> before = new LinkedHashMap<>();
        context.stated()
                .forEach((text, revision) -> StatedRule.parse(text, context.schema()).stream()
                        .filter(rule -> !rule.kind().isOfObject())
                        .forEach(rule -> before.put(renamed(rule, names), revision)));
        return new StatedRules(now, before, StatedObjects.of(new Lookup(model), settings, names));
    }

    /** {@return the marks of the rules that both a database and a mapping of classes have} */
    static List<String> shared(DatabaseSchema database, DatabaseSchema model, @Nullable String schema) {
        Set<StatedRule> both = rules(model);
        both.retainAll(rules(database));
        return lines("+", List.copyOf(both), schema);
    }

    private static Set<StatedRule> rules(DatabaseSchema schema) {
        Set<StatedRule> rules = new LinkedHashSet<>();
        schema.tables().forEach(table -> rules(table, rules));
        return rules;
    }

    /** {@return what object files state} */
    StatedObjects objects() {
        return objects;
    }

    private static StatedRule renamed(StatedRule rule, NewNames names) {
        List<String> parts = rule.parts().stream()
                .map(part -> rule.kind().isOfExpressions()
                        ? names.sqlOf(rule.table(), part)
                        : names.column(rule.table(), part))
                .toList();
        return new StatedRule(
                rule.kind(),
                names.object(rule.table()),
                rule.kind().isOfExpressions() ? parts : parts.stream().sorted().toList());
    }

    private static void rules(Table table, Set<StatedRule> rules) {
        List<String> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        for (Column column : table.columns()) {
            if (column.isNotNull() && !key.contains(column.name())) {
                rules.add(notNull(table.name(), column.name()));
            }
            if (!column.value().equals(ColumnValue.NONE)) {
                rules.add(defaultOf(table.name(), column.name()));
            }
        }
        table.constraints().forEach(constraint -> rules.addAll(of(table.name(), constraint)));
        table.indexes().forEach(index -> rules.add(of(table.name(), index)));
    }

    static StatedRule notNull(QualifiedName table, String column) {
        return StatedRule.of(StatedRule.Kind.NOT_NULL, table, column);
    }

    static StatedRule defaultOf(QualifiedName table, String column) {
        return StatedRule.of(StatedRule.Kind.DEFAULT, table, column);
    }

    /**
     * {@return the rules that a constraint is: of a key of one column none, as every entity has it; a foreign key may
     * be two}
     */
    static List<StatedRule> of(QualifiedName table, Constraint constraint) {
        List<StatedRule> rules = new ArrayList<>();
        if (constraint instanceof Constraint.Unique unique) {
            rules.add(sorted(StatedRule.Kind.UNIQUE, table, unique.columns()));
        } else if (constraint instanceof Constraint.PrimaryKey key) {
            if (key.columns().size() > 1) {
                rules.add(sorted(StatedRule.Kind.PRIMARY_KEY, table, key.columns()));
            }
        } else if (constraint instanceof Constraint.Check check) {
            rules.add(StatedRule.of(StatedRule.Kind.CHECK, table, oneLine(RoundTrip.canonical(check.expression()))));
        } else if (constraint instanceof Constraint.ForeignKey key) {
            rules.add(sorted(StatedRule.Kind.FOREIGN_KEY, table, key.columns()));
            if (key.onDelete() != ForeignKeyAction.NO_ACTION) {
                rules.add(onDelete(table, key));
            }
        }
        return rules;
    }

    static StatedRule onDelete(QualifiedName table, Constraint.ForeignKey key) {
        return sorted(StatedRule.Kind.ON_DELETE, table, key.columns());
    }

    static StatedRule of(QualifiedName table, Index index) {
        List<String> parts = new ArrayList<>(
                index.elements().stream().map(StatedRules::element).toList());
        if (index.predicate() != null) {
            parts.add("WHERE " + oneLine(index.predicate()));
        }
        return new StatedRule(StatedRule.Kind.INDEX, table, parts);
    }

    private static String element(IndexElement element) {
        String what = element.column() == null ? oneLine(String.valueOf(element.expression())) : element.column();
        return element.descending() ? what + " DESC" : what;
    }

    private static String oneLine(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }

    private static StatedRule sorted(StatedRule.Kind kind, QualifiedName table, List<String> columns) {
        return new StatedRule(kind, table, columns.stream().sorted().toList());
    }

    /** {@return whether a rule was stated by a revision and is not any more} */
    boolean isWithdrawn(StatedRule rule) {
        return before.containsKey(rule) && !now.contains(rule);
    }

    /** {@return whether one of the rules that a constraint is was stated and is not any more} */
    boolean isWithdrawn(QualifiedName table, Constraint constraint) {
        return of(table, constraint).stream()
                .filter(rule -> rule.kind() != StatedRule.Kind.ON_DELETE)
                .anyMatch(this::isWithdrawn);
    }

    /** {@return whether a column allows nulls now that did not when a revision stated that, or its primary key} */
    boolean isNotNullWithdrawn(ColumnName column) {
        return isWithdrawn(notNull(column.table(), column.column()))
                || before.keySet().stream().anyMatch(rule -> isKeyWith(rule, column) && !now.contains(rule));
    }

    /**
     * {@return the revision that stated that a column is NOT NULL, itself or as part of a key, where none does any
     * more}
     */
    @Nullable
    String revisionOfNotNull(ColumnName column) {
        if (!isNotNullWithdrawn(column)) {
            return null;
        }
        String own = before.get(notNull(column.table(), column.column()));
        return own != null
                ? own
                : before.entrySet().stream()
                        .filter(entry -> isKeyWith(entry.getKey(), column))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isKeyWith(StatedRule rule, ColumnName column) {
        return rule.kind() == StatedRule.Kind.PRIMARY_KEY
                && rule.table().equals(column.table())
                && rule.parts().contains(column.column());
    }

    /** {@return the revision that stated a rule} */
    @Nullable
    String revisionOf(StatedRule rule) {
        return before.get(rule);
    }

    /**
     * {@return the marks of a new script, in the order of their tables}
     *
     * @param schema the schema that is not written
     */
    List<String> marks(@Nullable String schema) {
        List<String> marks = new ArrayList<>();
        marks.addAll(lines("+", difference(now, before.keySet()), schema));
        marks.addAll(lines("-", difference(before.keySet(), now), schema));
        return marks;
    }

    private static List<StatedRule> difference(Set<StatedRule> some, Set<StatedRule> others) {
        return some.stream().filter(rule -> !others.contains(rule)).toList();
    }

    /** Columns of one table that are NOT NULL, or have a default, are one line. */
    private static List<String> lines(String sign, List<StatedRule> rules, @Nullable String schema) {
        Map<List<Object>, StatedRule> merged = new LinkedHashMap<>();
        for (StatedRule rule : rules) {
            List<Object> line = rule.kind().isOfOneColumn()
                    ? List.of(rule.table(), rule.kind())
                    : List.of(rule.table(), rule.kind(), rule.parts());
            merged.merge(line, rule, StatedRules::merged);
        }
        return merged.values().stream()
                .map(rule -> sign + " " + rule.text(schema))
                .filter(line -> line.chars().noneMatch(Character::isISOControl))
                .sorted()
                .toList();
    }

    private static StatedRule merged(StatedRule some, StatedRule more) {
        List<String> parts = new ArrayList<>(some.parts());
        parts.addAll(more.parts());
        return new StatedRule(some.kind(), some.table(), parts.stream().sorted().toList());
    }
}
