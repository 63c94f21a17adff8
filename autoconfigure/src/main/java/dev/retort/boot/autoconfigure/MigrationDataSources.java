/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.boot.MigrationConnectionDetails;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/** Finds the {@code DataSource} through which a database is migrated, or makes one for a connection of its own. */
final class MigrationDataSources {

    private final DataSourceBeans beans;
    private final RetortDatabases databases;
    private final MigrationConnectionDetails details;

    /**
     * Creates a finder.
     *
     * @param beans the DataSources of the application
     * @param databases what the properties say
     * @param details the connection of the only database; where several are named, their properties have it
     */
    MigrationDataSources(DataSourceBeans beans, RetortDatabases databases, MigrationConnectionDetails details) {
        this.beans = beans;
        this.databases = databases;
        this.details = details;
    }

    /**
     * {@return the DataSource of a database; one with a connection of its own is not pooled and needs no closing}
     *
     * @throws MigrationDataSourceException when there is none, or more than one
     */
    DataSource get(String database) {
        return databases.areSeveral() ? ofNamed(database) : ofSingle();
    }

    private DataSource ofSingle() {
        DataSource qualified = beans.qualified();
        if (qualified != null) {
            return qualified;
        }
        String bean = databases.get(RetortDatabases.SINGLE).getDataSource();
        DataSource application = StringUtils.hasText(bean) ? beans.named(bean, "retort.data-source") : beans.unique();
        DataSource chosen = connect(details, application);
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
        DataSource chosen = connect(new PropertiesMigrationConnectionDetails(properties), application);
        if (chosen == null) {
            throw MigrationDataSourceException.notFoundFor(database, beans.names());
        }
        return chosen;
    }

    private static @Nullable DataSource connect(MigrationConnectionDetails details, @Nullable DataSource application) {
        String url = details.getJdbcUrl();
        boolean ownUser = StringUtils.hasText(details.getUsername());
        if (StringUtils.hasText(url)) {
            return ownUser || application == null ? own(url, details) : redirected(url, application);
        }
        return ownUser && application != null ? derived(application, details) : application;
    }

    private static DataSource own(String url, MigrationConnectionDetails details) {
        return credentials(builder(DataSourceBuilder.create(), url), details).build();
    }

    private static DataSource derived(DataSource application, MigrationConnectionDetails details) {
        return credentials(DataSourceBuilder.derivedFrom(application).type(SimpleDriverDataSource.class), details)
                .build();
    }

    /** Past a pooler to the server itself: the application's user, another URL. */
    private static DataSource redirected(String url, DataSource application) {
        try {
            return builder(DataSourceBuilder.derivedFrom(application), url).build();
        } catch (UnsupportedDataSourcePropertyException e) {
            return builder(DataSourceBuilder.create(), url).build();
        }
    }

    private static DataSourceBuilder<SimpleDriverDataSource> builder(DataSourceBuilder<?> builder, String url) {
        return builder.type(SimpleDriverDataSource.class).url(url).driverClassName(driver(url));
    }

    private static String driver(String url) {
        String known = DatabaseDriver.fromJdbcUrl(url).getDriverClassName();
        try {
            return known != null
                    ? known
                    : DriverManager.getDriver(url).getClass().getName();
        } catch (SQLException e) {
            throw MigrationDataSourceException.noDriver(e);
        }
    }

    private static DataSourceBuilder<SimpleDriverDataSource> credentials(
            DataSourceBuilder<SimpleDriverDataSource> builder, MigrationConnectionDetails details) {
        return builder.username(details.getUsername()).password(details.getPassword());
    }
}
