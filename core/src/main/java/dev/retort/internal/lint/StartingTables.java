/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Routine;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of a schema that revisions can touch: creating a thousand tables of which they name one takes most of the time of a
 * run. All objects that are not tables stay. A table stays when the scripts or a routine name it or one of its indexes, when it
 * is partitioned or inherits, when it uses a named type, sequence or routine, when a foreign key ties it to a named one, and when something that stays needs it.
 */
final class StartingTables {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z0-9_]+");

    /** Statements of which the text does not tell the tables: loops over the catalog, whole schemas, everything of a role. */
    private static final Pattern ANY_TABLE = Pattern.compile(
            "\\b(pg_(?!catalog\\b)\\w+|information_schema|schema|database|system|owned|tablespace|vacuum|analyze|analyse"
                    + "|cluster|execute(?!\\s+(function|procedure)\\b)|all\\s+(tables|sequences|in))\\b|\\bu&[\"']",
            Pattern.CASE_INSENSITIVE);

    private final DatabaseSchema whole;
    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Map<QualifiedName, QualifiedName> owners = new HashMap<>();
    private final Set<QualifiedName> kept = new HashSet<>();

    private StartingTables(DatabaseSchema whole) {
        this.whole = whole;
        for (Table table : whole.tables()) {
            tables.put(table.name(), table);
            table.indexes()
                    .forEach(index -> owners.put(table.name().sibling(String.valueOf(index.name())), table.name()));
        }
        for (Sequence sequence : whole.sequences()) {
            if (sequence.ownedBy() != null) {
                owners.put(sequence.name(), sequence.ownedBy().table());
            }
        }
        for (DefinedObject object : whole.defined()) {
            if (object.relation() != null) {
                owners.put(object.key().name(), object.relation());
            }
        }
    }

    /**
     * {@return the part of a schema that revisions can touch; the schema itself when their text does not tell}
     *
     * @param whole the schema
     * @param scripts the revisions, placeholders replaced
     */
    static DatabaseSchema of(DatabaseSchema whole, List<RevisionScript> scripts) {
        StringBuilder text = new StringBuilder();
        for (RevisionScript script : scripts) {
            if (script.code() != null) {
                return whole;
            }
            for (ScriptPart part : script.upgrade()) {
                part.statements()
                        .forEach(statement -> text.append(statement.text()).append('\n'));
            }
        }
        return ANY_TABLE.matcher(text).find() ? whole : new StartingTables(whole).naming(text.toString());
    }

    private DatabaseSchema naming(String text) {
        Set<String> words = words(text);
        if (callsAnyTable(words)) {
            return whole;
        }
        keepNamed(words);
        keepDependents(words);
        keepTied(words.contains("truncate"));
        Set<String> inRoutines = new HashSet<>();
        whole.routines().stream()
                .map(Routine::definition)
                .map(StartingTables::words)
                .forEach(inRoutines::addAll);
        keepNamed(inRoutines);
        keepNeeded();
        return kept.size() == tables.size() ? whole : part();
    }

    /** {@return whether a routine that the scripts name, or one that it names, works on tables that its text does not name} */
    private boolean callsAnyTable(Set<String> words) {
        Set<String> known = new HashSet<>(words);
        Set<Routine> called = new HashSet<>();
        int before;
        do {
            before = called.size();
            for (Routine routine : whole.routines()) {
                if (known.containsAll(words(routine.name().name())) && called.add(routine)) {
                    known.addAll(words(routine.definition()));
                }
            }
        } while (called.size() > before);
        return called.stream()
                .anyMatch(routine -> ANY_TABLE.matcher(routine.definition()).find());
    }

    private static Set<String> words(String text) {
        return Set.of(Stream.of(NO_WORD.split(text.toLowerCase(Locale.ROOT), -1))
                .distinct()
                .toArray(String[]::new));
    }

    /** A name of one word, as most are, is looked up as it is: taking thousands of names apart takes long. */
    private static boolean isNamed(String name, Set<String> words) {
        return words.contains(name) || (!PLAIN_WORD.matcher(name).matches() && words.containsAll(words(name)));
    }

    private void keepNamed(Set<String> words) {
        for (Table table : whole.tables()) {
            Stream<String> names = Stream.concat(
                    Stream.of(table.name().name()),
                    Stream.concat(
                            table.indexes().stream().map(index -> String.valueOf(index.name())),
                            table.constraints().stream().map(key -> String.valueOf(key.name()))));
            boolean family = table.partitionBy() != null
                    || table.partitionOf() != null
                    || !table.inherits().isEmpty();
            if (family || names.anyMatch(name -> isNamed(name, words))) {
                kept.add(table.name());
                kept.addAll(table.inherits());
            }
        }
        for (Sequence sequence : whole.sequences()) {
            if (sequence.ownedBy() != null && isNamed(sequence.name().name(), words)) {
                kept.add(sequence.ownedBy().table());
            }
        }
    }

    /** A statement for a type, domain, sequence or routine reaches the tables that use it; all objects depend on their schema. */
    private void keepDependents(Set<String> words) {
        Set<ObjectKey> reached = new HashSet<>();
        int before;
        do {
            before = reached.size();
            for (Dependency dependency : whole.dependencies()) {
                ObjectKey needed = dependency.needed();
                boolean named = needed.kind() != ObjectKind.SCHEMA
                        && !isPart(needed)
                        && isNamed(needed.name().name(), words);
                if (named || reached.contains(needed)) {
                    reached.add(dependency.dependent());
                    QualifiedName table = tableOf(dependency.dependent());
                    if (tables.containsKey(table)) {
                        kept.add(table);
                    }
                }
            }
        } while (reached.size() > before);
    }

    /** What a foreign key ties to a named table is locked with it; TRUNCATE continues from there. */
    private void keepTied(boolean further) {
        Set<QualifiedName> tied = new HashSet<>(kept);
        int before;
        do {
            before = tied.size();
            Set<QualifiedName> last = further ? Set.copyOf(tied) : Set.copyOf(kept);
            for (Table table : whole.tables()) {
                for (Constraint.ForeignKey key : foreignKeys(table)) {
                    if (last.contains(table.name())) {
                        tied.add(key.referenced());
                    }
                    if (last.contains(key.referenced())) {
                        tied.add(table.name());
                    }
                }
            }
        } while (further && tied.size() > before);
        kept.addAll(tied);
    }

    private static List<Constraint.ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .toList();
    }

    private void keepNeeded() {
        int before;
        do {
            before = kept.size();
            for (Dependency dependency : whole.dependencies()) {
                QualifiedName needed = tableOf(dependency.needed());
                if (!dependency.isUseOfKey() && tables.containsKey(needed) && stays(dependency.dependent())) {
                    kept.add(needed);
                }
            }
        } while (kept.size() > before);
    }

    /** {@return the table that an object is, is a part of, or belongs to; its own name for anything else} */
    private QualifiedName tableOf(ObjectKey key) {
        return isPart(key) ? key.name() : owners.getOrDefault(key.name(), key.name());
    }

    private static boolean isPart(ObjectKey key) {
        return switch (key.kind()) {
            case TABLE, COLUMN, CONSTRAINT, TRIGGER, POLICY, RULE -> true;
            default -> false;
        };
    }

    private boolean stays(ObjectKey key) {
        boolean belongs = isPart(key)
                || key.kind() == ObjectKind.INDEX
                || key.kind() == ObjectKind.SEQUENCE
                || key.kind() == ObjectKind.STATISTICS;
        QualifiedName table = tableOf(key);
        return !belongs || !tables.containsKey(table) || kept.contains(table);
    }

    private DatabaseSchema part() {
        return new DatabaseSchema(
                whole.namespaces(),
                whole.extensions(),
                whole.types(),
                whole.sequences().stream()
                        .filter(sequence -> stays(sequence.key()))
                        .toList(),
                whole.tables().stream()
                        .filter(table -> kept.contains(table.name()))
                        .map(this::tied)
                        .toList(),
                whole.views(),
                whole.routines(),
                whole.defined().stream()
                        .filter(object ->
                                object.relation() == null || stays(ObjectKey.of(ObjectKind.TABLE, object.relation())))
                        .toList(),
                whole.others(),
                whole.dependencies().stream()
                        .filter(dependency -> stays(dependency.dependent()) && stays(dependency.needed()))
                        .toList());
    }

    /** A table that stays for another one's sake loses its foreign keys to tables that do not. */
    private Table tied(Table table) {
        return table.withConstraints(table.constraints().stream()
                .filter(one -> !(one instanceof Constraint.ForeignKey key) || kept.contains(key.referenced()))
                .toList());
    }
}
