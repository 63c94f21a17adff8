/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.script.RevisionScript;
import dev.retort.model.SchemaModel;
import dev.retort.run.RunRequest;
import dev.retort.testing.database.Template;
import dev.retort.testing.database.TestDatabase;
import dev.retort.testing.database.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The migrations under test: scripts and settings, and the model that they should match. Creates test databases; never
 * uses the database of the settings. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TestedMigrations {

    private static final String BASE = "base";

    private final Retort retort;
    private final List<SchemaModel> models;
    private final List<String> roles;
    private final String safeSince;

    private TestedMigrations(Retort retort, List<? extends SchemaModel> models, List<String> roles, String safeSince) {
        this.retort = retort;
        this.models = List.copyOf(models);
        this.roles = List.copyOf(roles);
        this.safeSince = safeSince;
    }

    /**
     * Creates an instance for the migrations of a facade, such as the application's.
     *
     * @param retort provides scripts and settings; its database is not used
     * @return the migrations without models and roles
     */
    public static TestedMigrations of(Retort retort) {
        return new TestedMigrations(retort, List.of(), List.of(), "");
    }

    /**
     * Creates an instance for settings, on the class path of the calling thread.
     *
     * @param settings where the scripts are and how they run
     * @return the migrations without models and roles
     */
    public static TestedMigrations of(RetortSettings settings) {
        @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ClassLoader chosen = loader == null ? TestedMigrations.class.getClassLoader() : loader;
        return of(new Retort(settings, new NoDatabase(), chosen, List.of()));
    }

    /**
     * {@return these migrations with models, from which the {@code model} of the settings selects}
     *
     * @param found all models of the application
     */
    public TestedMigrations withModels(List<? extends SchemaModel> found) {
        return new TestedMigrations(retort, found, roles, safeSince);
    }

    /**
     * {@return these migrations with roles that their scripts refer to}
     *
     * @param more names of roles, unquoted, that are created where they do not exist
     */
    public TestedMigrations withRoles(List<String> more) {
        return new TestedMigrations(retort, models, more, safeSince);
    }

    /**
     * {@return these migrations, of which those after a revision must be safe; empty for all}
     *
     * @param revision the id of the last revision that need not be safe
     */
    public TestedMigrations withSafeSince(String revision) {
        return new TestedMigrations(retort, models, roles, revision);
    }

    /** {@return the revision after which revisions must be safe; {@code base} for all} */
    String safeSince() {
        return safeSince.isEmpty() ? BASE : safeSince;
    }

    /** {@return the revisions in topological order} */
    public List<RevisionScript> revisions() {
        Map<String, RevisionScript> byId = new TreeMap<>();
        List<RevisionScript> scripts = retort.scripts();
        scripts.forEach(script -> byId.put(script.revision().id(), script));
        List<RevisionScript> inOrder = new ArrayList<>();
        graph(scripts)
                .inOrder()
                .forEach(revision ->
                        inOrder.add(Optional.ofNullable(byId.get(revision.id())).orElseThrow()));
        return inOrder;
    }

    /** {@return the graph of the revisions} */
    RevisionGraph graph() {
        return graph(retort.scripts());
    }

    private static RevisionGraph graph(List<RevisionScript> scripts) {
        return RevisionGraph.of(scripts.stream().map(RevisionScript::revision).toList());
    }

    /** {@return the settings} */
    RetortSettings settings() {
        return retort.settings();
    }

    /** {@return whether there is a model} */
    boolean haveModel() {
        return settings().model() != null
                || !models.isEmpty()
                || !retort.authoring().objectFiles().isEmpty();
    }

    /**
     * {@return the selected model, with the object files of the settings}
     *
     * @param migrated the facade of a migrated database
     * @throws RetortException if none or more than one is selected
     */
    SchemaModel model(Retort migrated) {
        return migrated.authoring().model(new SchemaModels(models), null);
    }

    /**
     * {@return the facade of a database, with the settings of the application}
     *
     * @param database a database of a test
     */
    public Retort on(TestDatabase database) {
        return retort.on(database.dataSource());
    }

    /** {@return an empty database, which the caller closes} */
    public TestDatabase emptyDatabase() {
        return TestDatabases.ofProcess().empty(roles);
    }

    /**
     * Creates a migrated database: a copy of a template that is migrated once for each target.
     *
     * @param target a target of an upgrade, such as {@code heads}; {@code base} for an empty database
     * @return the database, which the caller closes
     * @throws RetortException if the template cannot be migrated; the same each time
     */
    public TestDatabase database(String target) {
        return target.equals(BASE) ? emptyDatabase() : TestDatabases.ofProcess().copyOf(template(target));
    }

    /**
     * {@return the template of the databases with a target}
     *
     * @param target a target of an upgrade
     */
    public Template template(String target) {
        List<RevisionScript> scripts = retort.scripts();
        boolean known = scripts.stream().allMatch(RevisionScript::hasChecksum);
        return new Template(
                facts(target, scripts),
                known,
                roles,
                database -> retort.on(database).upgrade(RunRequest.by(null, target)));
    }

    private List<String> facts(String target, List<RevisionScript> scripts) {
        RetortSettings settings = settings();
        List<String> facts = new ArrayList<>(List.of(
                "migrated",
                target,
                String.valueOf(Retort.class.getPackage().getImplementationVersion()),
                String.valueOf(settings.session()),
                String.valueOf(settings.tables()),
                String.valueOf(settings.createSchema()),
                String.valueOf(new TreeMap<>(settings.placeholders())),
                String.valueOf(roles)));
        scripts.stream()
                .map(script -> script.revision().id() + " " + script.checksum())
                .sorted()
                .forEach(facts::add);
        return facts;
    }
}
