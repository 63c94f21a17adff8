/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a mapping of classes states, as the marks of a script write it: {@code unique person (address_id)},
 * {@code on delete pet.owner_id}.
 *
 * @param kind the kind of rule
 * @param table the table
 * @param parts the columns, the elements of an index, or the expression of a check
 */
public record StatedRule(Kind kind, QualifiedName table, List<String> parts) {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s.\"(),]+)";
    private static final Pattern FORM =
            Pattern.compile("(?<kind>not null|default|unique|primary key|foreign key|on delete"
                    + "|index|check|(?:grants on )?(?:view|materialized view|function|procedure|aggregate)|trigger) (?<names>"
                    + NAME + "(?:\\." + NAME + "){0,2})(?: \\((?<parts>.*)\\))?");
    private static final Pattern RENAME =
            Pattern.compile("(?<from>" + NAME + "(?:\\." + NAME + ")*) (?<to>" + NAME + "(?:\\." + NAME + ")*)");
    private static final Pattern ONE_NAME = Pattern.compile(NAME);

    /** Copies the parts. */
    public StatedRule {
        parts = List.copyOf(parts);
    }

    /** The kinds of rules that marks are kept of. */
    public enum Kind {
        /** The {@code NOT NULL} of a column. */
        NOT_NULL("not null"),
        /** A default, or that a column counts or is generated. */
        DEFAULT("default"),
        /** A unique constraint. */
        UNIQUE("unique"),
        /** A primary key of several columns. */
        PRIMARY_KEY("primary key"),
        /** A foreign key. */
        FOREIGN_KEY("foreign key"),
        /** What the deletion of a referenced row does. */
        ON_DELETE("on delete"),
        /** An index. */
        INDEX("index"),
        /** A check. */
        CHECK("check"),
        /** A view of an object file. */
        VIEW("view"),
        /** A materialized view of an object file. */
        MATERIALIZED_VIEW("materialized view"),
        /** A function of an object file. */
        FUNCTION("function"),
        /** A procedure of an object file. */
        PROCEDURE("procedure"),
        /** An aggregate of an object file. */
        AGGREGATE("aggregate"),
        /** A trigger of an object file. */
        TRIGGER("trigger"),
        /** Privileges on a view. */
        VIEW_GRANTS("grants on view"),
        /** Privileges on a materialized view. */
        MATERIALIZED_VIEW_GRANTS("grants on materialized view"),
        /** Privileges on a function. */
        FUNCTION_GRANTS("grants on function"),
        /** Privileges on a procedure. */
        PROCEDURE_GRANTS("grants on procedure"),
        /** Privileges on an aggregate. */
        AGGREGATE_GRANTS("grants on aggregate");

        private static final String GRANTS = "grants on ";

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** A mark of such a rule with several columns means one rule for each. */
        boolean isOfOneColumn() {
            return this == NOT_NULL || this == DEFAULT;
        }

        /** Parts of others are columns. */
        boolean isOfExpressions() {
            return this == INDEX || this == CHECK || isOfRoutine();
        }

        /** {@return whether it is about an object of an object file} */
        boolean isOfObject() {
            return compareTo(CHECK) > 0;
        }

        private boolean isOfView() {
            return words.endsWith("view");
        }

        /** Its only part is the list of its parameters' types. */
        private boolean isOfRoutine() {
            return isOfObject() && !isOfView() && this != TRIGGER;
        }
    }

    static StatedRule of(Kind kind, QualifiedName table, String... parts) {
        return new StatedRule(kind, table, List.of(parts));
    }

    /** {@return the rule that an object file states an object; {@code null} for a kind that no object file states} */
    static @Nullable StatedRule ofObject(ObjectKey key) {
        return switch (key.kind()) {
            case VIEW -> of(Kind.VIEW, key.name());
            case MATERIALIZED_VIEW -> of(Kind.MATERIALIZED_VIEW, key.name());
            case FUNCTION -> of(Kind.FUNCTION, key.name(), key.detail());
            case PROCEDURE -> of(Kind.PROCEDURE, key.name(), key.detail());
            case AGGREGATE -> of(Kind.AGGREGATE, key.name(), key.detail());
            case TRIGGER -> of(Kind.TRIGGER, key.name(), key.detail());
            default -> null;
        };
    }

    /**
     * {@return the objects of object files that a mark is about; none for another mark}
     *
     * @param schema the schema of an object without one
     */
    public static List<ObjectKey> objects(String text, @Nullable String schema) {
        return parse(text, schema).stream()
                .flatMap(rule -> Stream.of(ObjectKind.values())
                        .filter(kind -> kind.name().equals(rule.kind().name()))
                        .filter(kind -> rule.kind().isOfObject())
                        .map(kind -> ObjectKey.of(
                                kind,
                                rule.table(),
                                rule.parts().isEmpty() ? "" : rule.parts().get(0))))
                .toList();
    }

    /** {@return the rule that privileges on the object of this rule are stated; itself for a trigger, which has none} */
    StatedRule ofGrants() {
        return kind == Kind.TRIGGER ? this : new StatedRule(kind(Kind.GRANTS + kind.words), table, parts);
    }

    /**
     * {@return the text of a mark}
     *
     * @param schema the schema that is not written
     */
    public String text(@Nullable String schema) {
        String name = name(table, schema);
        if (kind.isOfView()) {
            return kind.words + " " + name;
        }
        if (parts.size() == 1 && !kind.isOfExpressions() && kind != Kind.UNIQUE && kind != Kind.PRIMARY_KEY) {
            return kind.words + " " + name + "." + Identifiers.quote(parts.get(0));
        }
        return kind.words + " " + name + " ("
                + parts.stream()
                        .map(part -> kind.isOfExpressions() ? part : Identifiers.quote(part))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String name(QualifiedName table, @Nullable String schema) {
        String name = Identifiers.quote(table.name());
        return table.schema() == null || table.schema().equals(schema)
                ? name
                : Identifiers.quote(table.schema()) + "." + name;
    }

    /**
     * Reads the text of a mark.
     *
     * @param schema the schema of a table without one
     * @return the rules; none when the text is of another kind
     */
    public static List<StatedRule> parse(String text, @Nullable String schema) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return List.of();
        }
        Kind kind = kind(matcher.group("kind"));
        List<String> names = parsed(matcher.group("names"));
        String list = matcher.group("parts");
        List<String> parts = parts(kind, list, names);
        if (names.isEmpty() || names.size() > 2 || (kind.isOfRoutine() && list == null)) {
            return List.of();
        }
        QualifiedName table = new QualifiedName(names.size() == 2 ? names.get(0) : schema, names.get(names.size() - 1));
        return kind.isOfOneColumn()
                ? parts.stream().map(part -> of(kind, table, part)).toList()
                : List.of(new StatedRule(kind, table, parts));
    }

    /**
     * {@return the two names of a mark of a rename: of tables, or of columns}
     *
     * @param text the text behind the sign
     */
    public static Optional<List<List<String>>> names(String text) {
        Matcher matcher = RENAME.matcher(text);
        return matcher.matches()
                ? Optional.of(List.of(parsed(matcher.group("from")), parsed(matcher.group("to"))))
                : Optional.empty();
    }

    /**
     * {@return the rule after a rename}
     *
     * @param from the former name: a table's, or a column's behind its table's; a schema may be before either
     * @param to the present name in the same form
     */
    public StatedRule renamed(List<String> from, List<String> to) {
        List<String> name = table.schema() == null ? List.of(table.name()) : List.of(table.schema(), table.name());
        if (from.equals(name) && to.size() == name.size()) {
            return new StatedRule(kind, table.sibling(to.get(to.size() - 1)), parts);
        }
        boolean ofColumn =
                from.size() == name.size() + 1 && from.subList(0, name.size()).equals(name) && to.size() == from.size();
        if (!ofColumn) {
            return this;
        }
        String old = from.get(name.size());
        String present = to.get(name.size());
        List<String> renamed = parts.stream()
                .map(part -> kind.isOfExpressions()
                        ? SqlText.renameColumn(part, old, present)
                        : part.equals(old) ? present : part)
                .toList();
        return new StatedRule(kind, table, sorted(kind, renamed));
    }

    private static List<String> sorted(Kind kind, List<String> parts) {
        return kind.isOfExpressions() ? parts : parts.stream().sorted().toList();
    }

    private static Kind kind(String words) {
        for (Kind kind : Kind.values()) {
            if (kind.words.equals(words)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(words);
    }

    private static List<String> parts(Kind kind, @Nullable String list, List<String> names) {
        if (kind.isOfView()) {
            return List.of();
        }
        return list == null ? List.of(names.remove(names.size() - 1)) : parts(kind, list);
    }

    private static List<String> parts(Kind kind, String list) {
        return kind == Kind.CHECK || kind.isOfRoutine()
                ? List.of(list)
                : kind == Kind.INDEX ? List.of(list.split(", ")) : parsed(list);
    }

    private static List<String> parsed(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = ONE_NAME.matcher(text);
        while (matcher.find()) {
            String name = matcher.group();
            names.add(
                    name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name);
        }
        return names;
    }
}
