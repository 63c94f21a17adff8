/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.jdbc.DatabaseException;
import dev.retort.jdbc.ServerAddress;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;

/** Tells where the databases are and as whom, for connections to other databases of the same server. */
public final class ServerAddresses {

    private final MigrationDataSources dataSources;

    ServerAddresses(MigrationDataSources dataSources) {
        this.dataSources = dataSources;
    }

    /**
     * Looks into the {@code DataSource} of a database. The URL is that of a connection, whatever pools and wrappers do to it;
     * user and password are those that the {@code DataSource} was given.
     *
     * @param database the name of the database under {@code retort.databases}
     * @return the address; {@code null} when the {@code DataSource} does not tell its user
     */
    public @Nullable ServerAddress of(String database) {
        DataSource dataSource = dataSources.get(database);
        String url = url(dataSource);
        PGSimpleDataSource told = told(dataSource, url);
        return told == null || told.getUser() == null
                ? null
                : new ServerAddress(url, told.getUser(), told.getPassword());
    }

    private static String url(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new DatabaseException("The database could not be reached.", e);
        }
    }

    private static @Nullable PGSimpleDataSource told(DataSource dataSource, String url) {
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
