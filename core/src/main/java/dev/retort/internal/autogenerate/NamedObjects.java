/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types, domains, sequences, functions and collations of a schema that a mapping of classes names and cannot create: in
 * {@code @Column(columnDefinition = "email")}, in a default or a check. A model that creates objects of these kinds itself
 * is not completed with those. Reads the schema when it is asked.
 */
public final class NamedObjects {

    private static final Set<String> CREATED = Set.of("type", "domain", "sequence", "function", "collation");

    private static final Pattern NAME = Pattern.compile("\"(?<quoted>(?:[^\"]|\"\")+)\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Supplier<SchemaReader.Whole> live;

    /**
     * Prepares; reads nothing.
     *
     * @param settings the session and the names of Retort's tables, which are left out
     * @param source where connections to the database come from; one is opened when a model needs it
     */
    public NamedObjects(ComparisonSettings settings, ConnectionSource source) {
        this(() -> new LiveSchema(settings).whole(source));
    }

    /** Prepares; reads nothing. */
    NamedObjects(Supplier<SchemaReader.Whole> live) {
        this.live = live;
    }

    /** {@return the statements that create what the statements of a model name, and what that needs in its turn} */
    public List<ModelStatement> of(ModelDdl model) {
        if (model.reach() != ModelDdl.Reach.MAPPING) {
            return List.of();
        }
        SchemaReader.Whole whole = live.get();
        Set<String> names = new HashSet<>();
        Set<String> created = new HashSet<>();
        for (ModelStatement statement : model.statements()) {
            names.addAll(words(statement.text()));
            List<String> tokens = statement.tokens();
            if (tokens.size() > 2 && tokens.get(0).equals("create") && CREATED.contains(tokens.get(1))) {
                created.addAll(words(statement.text()));
            }
        }
        List<ModelStatement> statements = List.of();
        Set<String> known = Set.of();
        while (!known.equals(names)) {
            known = Set.copyOf(names);
            statements = created(named(whole.schema(), known, created), whole);
            statements.forEach(statement -> names.addAll(words(statement.text())));
        }
        return statements;
    }

    /** All that may be a name, also in literals and bodies; one that is written without quotes is in lower case. */
    private static Set<String> words(String sql) {
        Set<String> words = new HashSet<>();
        Matcher matcher = NAME.matcher(sql);
        while (matcher.find()) {
            String quoted = matcher.group("quoted");
            words.add(quoted == null ? matcher.group().toLowerCase(Locale.ROOT) : quoted.replace("\"\"", "\""));
        }
        return words;
    }

    private static DatabaseSchema named(DatabaseSchema schema, Set<String> names, Set<String> created) {
        return new DatabaseSchema(
                schema.namespaces(),
                schema.extensions(),
                named(schema.types(), names, created),
                named(
                        schema.sequences().stream()
                                .filter(sequence -> sequence.ownedBy() == null)
                                .toList(),
                        names,
                        created),
                List.of(),
                List.of(),
                named(schema.routines(), names, created),
                named(schema.defined(), names, created),
                List.of(),
                schema.dependencies());
    }

    private static <T extends SchemaObject> List<T> named(List<T> objects, Set<String> names, Set<String> created) {
        return objects.stream()
                .filter(object -> names.contains(object.key().name().name())
                        && !created.contains(object.key().name().name()))
                .toList();
    }

    private static List<ModelStatement> created(DatabaseSchema wanted, SchemaReader.Whole whole) {
        DatabaseSchema empty = new DatabaseSchema(
                wanted.namespaces(),
                wanted.extensions(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        String schema = whole.session().isEmpty() ? null : whole.session().get(0);
        SqlRenderer renderer = SqlRenderer.of(whole.version(), schema);
        return new SchemaDiff(DiffSettings.of(whole.version()))
                .between(empty, wanted).upgrade().stream()
                        .flatMap(change -> renderer.render(change.operation()).stream())
                        .flatMap(sql -> ModelStatement.split(sql, line -> "the schema of the database").stream())
                        .toList();
    }
}
