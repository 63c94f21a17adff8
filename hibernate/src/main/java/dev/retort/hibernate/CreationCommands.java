/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.jspecify.annotations.Nullable;

/** Generates the DDL of the metadata with Hibernate's schema tool, without import files. */
final class CreationCommands {

    /** Spelled out because Hibernate deprecated the constant; the key still works. */
    private static final List<String> IMPORTS = List.of(
            "hibernate.hbm2ddl.import_files",
            AvailableSettings.JAKARTA_HBM2DDL_LOAD_SCRIPT_SOURCE,
            "javax.persistence.sql-load-script-source");

    private final Metadata metadata;

    CreationCommands(Metadata metadata) {
        this.metadata = metadata;
    }

    /** Columns, including those of primary keys, have the order of Hibernate's own schema creation. */
    List<String> list() {
        if (metadata instanceof MetadataImplementor implementor) {
            implementor.orderColumns(true);
        }
        ServiceRegistry services = metadata.getDatabase().getServiceRegistry();
        Map<String, Object> settings = settings(services);
        List<String> commands = new ArrayList<>();
        schemas(settings).forEach(schema -> commands.add("create schema if not exists " + Identifiers.quote(schema)));
        services.requireService(SchemaManagementTool.class)
                .getSchemaCreator(settings)
                .doCreation(
                        metadata,
                        new SchemaToolOptions(settings),
                        ContributableMatcher.ALL,
                        new MetadataSource(),
                        new CommandList(commands));
        return commands;
    }

    private static Map<String, Object> settings(ServiceRegistry services) {
        Map<String, Object> settings = new HashMap<>(
                services.requireService(ConfigurationService.class).getSettings());
        IMPORTS.forEach(settings::remove);
        settings.put(AvailableSettings.HBM2DDL_SKIP_DEFAULT_IMPORT_FILE, true);
        settings.put(AvailableSettings.FORMAT_SQL, false);
        settings.put(AvailableSettings.HIGHLIGHT_SQL, false);
        return settings;
    }

    /** Hibernate's own statement fails if the schema exists. */
    private Set<String> schemas(Map<String, Object> settings) {
        Set<String> schemas = new TreeSet<>();
        if (settings.get(AvailableSettings.DEFAULT_SCHEMA) instanceof String schema && !schema.isBlank()) {
            schemas.add(metadata.getDatabase().toIdentifier(schema).getText());
        }
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            @Nullable Identifier schema = namespace.getPhysicalName().schema();
            if (schema != null) {
                schemas.add(schema.getText());
            }
        }
        return schemas;
    }
}
