/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.properties.DatabaseProperties;
import dev.retort.boot.properties.RetortDatabases;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * Finds the {@code DataSource} for the migration of a database, or creates one for a separate connection.
 *
 * @since 0.1
 */
public final class MigrationDataSources {

    private final DataSourceBeans beans;
    private final RetortDatabases databases;
    private final MigrationConnectionDetails details;

    /**
     * Creates a finder.
     *
     * @param beans the DataSources of the application
     * @param databases the databases in the properties
     * @param details the connection of the only database; several databases have it in their properties
     */
    public MigrationDataSources(DataSourceBeans beans, RetortDatabases databases, MigrationConnectionDetails details) {
        this.beans = beans;
        this.databases = databases;
        this.details = details;
    }

    /**
     * {@return the DataSource of a database; one for a separate connection is not pooled and needs no closing}
     *
     * @throws MigrationDataSourceException if there is none, or more than one
     */
    public DataSource get(String database) {
        return databases.areSeveral() ? ofNamed(database) : ofSingle();
    }

    /** {@return the identity of a database in the configuration: the URL, or else the DataSource} */
    public Object place(String database, DataSource dataSource) {
        String url = databases.get(database).getUrl();
        return StringUtils.hasText(url) ? url : dataSource;
    }

    private DataSource ofSingle() {
        DataSource qualified = beans.qualified();
        if (qualified != null) {
            return qualified;
        }
        String bean = databases.get(RetortDatabases.SINGLE).getDataSource();
        DataSource application = StringUtils.hasText(bean) ? beans.named(bean, "retort.data-source") : beans.unique();
        DataSource chosen = connect(details, "retort.url", application);
        if (chosen == null) {
            throw MigrationDataSourceException.notUnique(beans.names());
        }
        return chosen;
    }

    private DataSource ofNamed(String database) {
        DatabaseProperties properties = databases.get(database);
        String bean = properties.getDataSource();
        DataSource application = StringUtils.hasText(bean)
                ? beans.named(bean, databases.key(database, "data-source"))
                : beans.namedAfter(database);
        DataSource chosen = connect(
                new PropertiesMigrationConnectionDetails(properties), databases.key(database, "url"), application);
        if (chosen == null) {
            throw MigrationDataSourceException.notFoundFor(database, beans.names());
        }
        return chosen;
    }

    private static @Nullable DataSource connect(
            MigrationConnectionDetails details, String key, @Nullable DataSource application) {
        String url = details.getJdbcUrl();
        if (StringUtils.hasText(url)) {
            return OwnConnection.of(url, details, key).dataSource(application);
        }
        boolean ownUser = StringUtils.hasText(details.getUsername());
        return ownUser && application != null ? derived(application, details) : application;
    }

    private static DataSource derived(DataSource application, MigrationConnectionDetails details) {
        return DataSourceBuilder.derivedFrom(application)
                .type(SimpleDriverDataSource.class)
                .username(details.getUsername())
                .password(details.getPassword())
                .build();
    }
}
