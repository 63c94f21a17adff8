/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import dev.retort.error.RetortException;
import dev.retort.internal.sql.SqlSyntaxException;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one persistence unit. Reads only the metadata; neither connects nor runs anything.
 *
 * <p>The metadata is for one version of the server, which was configured for Hibernate's dialect ({@link
 * OfflineSettings}). Its service registry must be open.
 *
 * @since 0.1
 */
public final class HibernateModel implements SchemaModel {

    private final String name;
    private final Metadata metadata;

    /**
     * Creates a model.
     *
     * @param name its name in {@code retort.model}, such as {@code hibernate}
     * @param metadata Hibernate's metadata of the entities
     */
    public HibernateModel(String name, Metadata metadata) {
        this.name = name;
        this.metadata = metadata;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * {@inheritDoc}
     *
     * @throws RetortException also if the metadata is for another product or a newer server
     */
    @Override
    public ModelDdl ddl(int majorVersion) {
        requirePostgres(metadata.getDatabase().getDialect(), majorVersion);
        requireEntities();
        List<ModelStatement> statements = new ArrayList<>();
        for (String command : commands()) {
            String origin = name + ", statement " + (statements.size() + 1);
            statements.addAll(split(origin, command));
        }
        String schema = defaultSchema();
        return new ModelDdl(
                name,
                statements,
                ModelDdl.Reach.MAPPING,
                new EntityFormerNames(metadata, schema).list(),
                new EntityFacts(metadata, new MetadataNames(schema)).read());
    }

    private List<String> commands() {
        try {
            return new CreationCommands(metadata).list();
        } catch (HibernateException e) {
            throw new RetortException(
                    "Hibernate cannot generate the DDL of the model " + name + ".",
                    String.valueOf(e.getMessage()),
                    "Correct the mapping.",
                    e);
        }
    }

    private @Nullable String defaultSchema() {
        Object schema = metadata.getDatabase()
                .getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings()
                .get(AvailableSettings.DEFAULT_SCHEMA);
        return schema instanceof String text && !text.isBlank()
                ? metadata.getDatabase().toIdentifier(text).getText()
                : null;
    }

    private List<ModelStatement> split(String origin, String command) {
        try {
            return ModelStatement.split(command, line -> origin);
        } catch (SqlSyntaxException e) {
            throw new RetortException(
                    "The model " + name + " cannot be read.",
                    origin + ": " + e.why() + " In: " + command,
                    "Correct the mapping. Hibernate does not escape the text of @Comment: write a ' in it twice.",
                    e);
        }
    }

    /** Compared with a model of nothing, every table of the application would be unknown. */
    private void requireEntities() {
        if (metadata.getEntityBindings().isEmpty()) {
            throw new RetortException(
                    "The model " + name + " has no entity.",
                    "Hibernate found no class with @Entity in the packages that it scans.",
                    "Correct @EntityScan, the packages or the classes of the persistence unit.");
        }
    }

    /** A dialect for an older server is the application's choice. */
    private void requirePostgres(Dialect dialect, int majorVersion) {
        if (!(dialect instanceof PostgreSQLDialect)) {
            throw new RetortException(
                    "The model " + name + " is not for PostgreSQL.",
                    "Its dialect is " + dialect.getClass().getName() + ".",
                    "Remove hibernate.dialect, or set it to PostgreSQL's.");
        }
        if (dialect.getVersion().getMajor() > majorVersion) {
            throw new RetortException(
                    "The model " + name + " is for PostgreSQL "
                            + dialect.getVersion().getMajor() + ", the server is PostgreSQL " + majorVersion + ".",
                    "Hibernate's dialect is configured for that version.",
                    "Remove hibernate.dialect and the database versions from the settings of Hibernate.");
        }
    }
}
