/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.internal.jdbc.ConnectionEvictor;
import dev.retort.internal.jdbc.url.PostgresUrl;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ClassUtils;

/**
 * A {@code DataSource} that evicts a connection through its pool's own API if it knows the pool: Hikari would
 * otherwise log a warning about a broken connection after each migration. A connection failure contains the address.
 *
 * @since 0.1
 */
public final class PoolAwareDataSource extends DelegatingDataSource implements ConnectionEvictor {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", PoolAwareDataSource.class.getClassLoader());
    private static final String HIKARI_PROXY = "com.zaxxer.hikari.pool.ProxyConnection";

    public PoolAwareDataSource(DataSource dataSource) {
        super(dataSource);
    }

    /** Adds the address and user to the driver's message, because configuration has many sources. */
    @Override
    public Connection getConnection() throws SQLException {
        Place place = place();
        if (place != null) {
            place.requireUsable();
        }
        try {
            return super.getConnection();
        } catch (SQLException e) {
            throw place == null
                    ? e
                    : new SQLException(place + ": " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
        }
    }

    private @Nullable Place place() {
        DataSource target = obtainTargetDataSource();
        AbstractDriverBasedDataSource plain = DataSourceUnwrapper.unwrap(target, AbstractDriverBasedDataSource.class);
        if (plain != null) {
            return Place.of(plain.getUrl(), plain.getUsername());
        }
        return HIKARI ? Hikari.place(target) : null;
    }

    /** The address and user of connections. */
    private record Place(String url, @Nullable String username) {

        static @Nullable Place of(@Nullable String url, @Nullable String username) {
            return url == null ? null : new Place(url, username);
        }

        void requireUsable() {
            MigrationDataSourceException problem = DataSourceUrl.problem(url);
            if (problem != null) {
                throw problem;
            }
        }

        /** Without the parameters and the user in the URL, which may contain a password. */
        @Override
        public String toString() {
            return PostgresUrl.describe(url) + (username == null ? "" : " as user " + username);
        }
    }

    @Override
    public void evict(Connection connection) throws SQLException {
        if (HIKARI && isHikari(connection)) {
            Hikari.evict(obtainTargetDataSource(), connection);
        } else {
            ConnectionEvictor.ofAnyPool().evict(connection);
        }
    }

    /**
     * A proxy such as that of a lazy fetch hides the pool's connection; then the connection is closed without the
     * pool's API.
     */
    private static boolean isHikari(Connection connection) {
        for (Class<?> type = connection.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(HIKARI_PROXY)) {
                return true;
            }
        }
        return false;
    }

    /** Loaded only if Hikari is present. */
    private static final class Hikari {

        static @Nullable Place place(DataSource dataSource) {
            HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariDataSource.class);
            return pool == null ? null : Place.of(pool.getJdbcUrl(), pool.getUsername());
        }

        static void evict(DataSource dataSource, Connection connection) throws SQLException {
            HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariDataSource.class);
            if (pool == null) {
                ConnectionEvictor.ofAnyPool().evict(connection);
            } else {
                pool.evictConnection(connection);
            }
        }
    }
}
