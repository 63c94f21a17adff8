/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;
import dev.retort.jdbc.ConnectionEvictor;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ClassUtils;

/**
 * A {@code DataSource} that ends the session of a connection in its pool's own way where it knows it: Hikari would otherwise
 * warn of a broken connection after each migration.
 */
final class PoolAwareDataSource extends DelegatingDataSource implements ConnectionEvictor {

    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", PoolAwareDataSource.class.getClassLoader());
    private static final String HIKARI_PROXY = "com.zaxxer.hikari.pool.ProxyConnection";

    PoolAwareDataSource(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public void evict(Connection connection) throws SQLException {
        if (HIKARI && isHikari(connection)) {
            Hikari.evict(obtainTargetDataSource(), connection);
        } else {
            ConnectionEvictor.ofAnyPool().evict(connection);
        }
    }

    /** A proxy around the pool's connection, such as that of a lazy fetch, hides it: the general way serves there. */
    private static boolean isHikari(Connection connection) {
        for (Class<?> type = connection.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(HIKARI_PROXY)) {
                return true;
            }
        }
        return false;
    }

    /** Loaded only where Hikari is. */
    private static final class Hikari {

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
