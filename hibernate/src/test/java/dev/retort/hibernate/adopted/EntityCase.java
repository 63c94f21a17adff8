/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.adopted;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.FormerName;
import dev.retort.diff.MappingContext;
import dev.retort.diff.Tolerance;
import dev.retort.hibernate.HibernateModel;
import dev.retort.hibernate.OfflineSettings;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.operation.Operation;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Tests that compare entities with a database on a real server. */
abstract class EntityCase extends InvariantTestCase {

    /** Makes the database that is changed. */
    static void database(String sql) {
        invariant.clearReal();
        invariant.clearWanted();
        invariant.prepare(sql, "");
    }

    /** Makes the model of these entities, and the settings with which it is compared. */
    static DiffSettings model(Class<?>... entities) {
        invariant.clearWanted();
        ModelDdl ddl = ddl(entities);
        invariant
                .wanted()
                .execute(ddl.statements().stream().map(ModelStatement::text).toArray(String[]::new));
        return DiffSettings.of(new ServerVersion(Invariant.version()))
                .withMapping(true)
                .withFormerNames(ddl.formerNames().stream()
                        .map(name -> new FormerName(
                                QualifiedName.of("public", name.table()), name.column(), name.formerly()))
                        .toList())
                .withContext(new MappingContext(ddl.facts().within("public"), "public", Map.of(), Tolerance.all()));
    }

    /** {@return the settings after a revision with these marks} */
    static DiffSettings after(DiffSettings settings, String revision, String... stated) {
        Map<String, String> rules = new LinkedHashMap<>();
        List.of(stated).forEach(rule -> rules.put(rule, revision));
        return settings.withContext(settings.context().stating(rules));
    }

    /** {@return the {@code -- model:} lines of a difference} */
    static String[] begun(Difference difference) {
        return difference.marks().stream()
                .filter(mark -> mark.startsWith("+ "))
                .map(mark -> mark.substring(2))
                .toArray(String[]::new);
    }

    static ModelDdl ddl(Class<?>... entities) {
        try (StandardServiceRegistry services = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .applySettings(OfflineSettings.of(Invariant.version()))
                .build()) {
            MetadataSources sources = new MetadataSources(services);
            List.of(entities).forEach(sources::addAnnotatedClass);
            return new HibernateModel("hibernate", sources.buildMetadata()).ddl(Invariant.version());
        }
    }

    static List<String> described(Difference difference) {
        return difference.operations().stream().map(Operation::describe).toList();
    }
}
