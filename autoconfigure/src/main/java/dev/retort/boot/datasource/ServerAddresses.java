/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.internal.jdbc.url.ServerAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/**
 * Finds the address and user of databases, for connections to other databases of the same server.
 *
 * @since 0.1
 */
public final class ServerAddresses {

    private final MigrationDataSources dataSources;

    public ServerAddresses(MigrationDataSources dataSources) {
        this.dataSources = dataSources;
    }

    /**
     * Reads the {@code DataSource} of a database: the URL from a connection, user and password from the properties of
     * the {@code DataSource}.
     *
     * @param database the name of the database under {@code retort.databases}
     * @return the address; {@code null} if the {@code DataSource} does not expose its user
     */
    public @Nullable ServerAddress of(String database) {
        DataSource dataSource = dataSources.get(database);
        String url = url(dataSource);
        PGSimpleDataSource address = address(dataSource, url);
        return address == null || address.getUser() == null
                ? null
                : new ServerAddress(PostgresUrl.parse(url, "database " + database)
                        .as(address.getUser(), address.getPassword())
                        .with(parameters(dataSource)));
    }

    /** A separate connection has its parameters outside of its URL. */
    private static Map<String, String> parameters(DataSource dataSource) {
        AbstractDriverBasedDataSource plain =
                DataSourceUnwrapper.unwrap(dataSource, AbstractDriverBasedDataSource.class);
        Properties properties = plain == null ? null : plain.getConnectionProperties();
        Map<String, String> parameters = new TreeMap<>();
        if (properties != null) {
            properties.stringPropertyNames().forEach(name -> parameters.put(name, properties.getProperty(name)));
        }
        return parameters;
    }

    private static String url(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new DatabaseException("Could not connect to the database.", e);
        }
    }

    private static @Nullable PGSimpleDataSource address(DataSource dataSource, String url) {
        try {
            return DataSourceBuilder.derivedFrom(dataSource)
                    .type(PGSimpleDataSource.class)
                    .url(url)
                    .build();
        } catch (UnsupportedDataSourcePropertyException e) {
            return null;
        }
    }
}
