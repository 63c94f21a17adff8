/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.internal.jdbc.url.PostgresUrl;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.UnsupportedDataSourcePropertyException;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.StringUtils;

/**
 * A connection that is separate from the application's. User, password and parameters are removed from its URL and
 * passed to the driver as properties: drivers log URLs, and errors show them.
 *
 * @param url the URL, in a form that the driver accepts
 * @param parameters its parameters
 * @param user the user; {@code null} for the application's
 * @param password the password; {@code null} for the application's
 */
record OwnConnection(
        String url,
        Map<String, String> parameters,
        @Nullable String user,
        @Nullable String password) {

    /**
     * Reads the URL of a connection.
     *
     * @param key the key of the URL, for the error
     * @throws dev.retort.error.RetortException if it is invalid; the message does not contain it
     */
    static OwnConnection of(String url, MigrationConnectionDetails details, String key) {
        String user = textOrNull(details.getUsername());
        String password = textOrNull(details.getPassword());
        if (PostgresUrl.isMeant(url)) {
            PostgresUrl read = PostgresUrl.parse(url, key).as(user, password);
            return new OwnConnection(read.toString(), read.parameters(), read.user(), read.password());
        }
        if (!url.startsWith("jdbc:")) {
            throw MigrationDataSourceException.notJdbc(key);
        }
        return new OwnConnection(url, Map.of(), user, password);
    }

    private static @Nullable String textOrNull(@Nullable String value) {
        return StringUtils.hasText(value) ? value : null;
    }

    /** {@return a DataSource, with the application's user if the connection has none} */
    DataSource dataSource(@Nullable DataSource application) {
        return user != null || application == null ? own() : redirected(application);
    }

    private DataSource own() {
        DataSourceBuilder<SimpleDriverDataSource> builder = builder(DataSourceBuilder.create());
        return withParameters(builder.username(user).password(password));
    }

    /** For a connection past a pooler to the server: the application's user, another URL. */
    private DataSource redirected(DataSource application) {
        try {
            DataSourceBuilder<SimpleDriverDataSource> builder = builder(DataSourceBuilder.derivedFrom(application));
            return withParameters(password == null ? builder : builder.password(password));
        } catch (UnsupportedDataSourcePropertyException e) {
            return withParameters(builder(DataSourceBuilder.create()));
        }
    }

    private DataSourceBuilder<SimpleDriverDataSource> builder(DataSourceBuilder<?> builder) {
        return builder.type(SimpleDriverDataSource.class).url(url).driverClassName(driver());
    }

    private DataSource withParameters(DataSourceBuilder<SimpleDriverDataSource> builder) {
        SimpleDriverDataSource dataSource = builder.build();
        Properties properties = new Properties();
        parameters.forEach(properties::setProperty);
        dataSource.setConnectionProperties(properties);
        return dataSource;
    }

    private String driver() {
        String known = DatabaseDriver.fromJdbcUrl(url).getDriverClassName();
        try {
            return known != null
                    ? known
                    : DriverManager.getDriver(url).getClass().getName();
        } catch (SQLException e) {
            throw MigrationDataSourceException.noDriver(e);
        }
    }

    /** {@return the URL without user, password and parameters} */
    @Override
    public String toString() {
        return PostgresUrl.describe(url);
    }
}
