/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.properties.DatabaseProperties;
import dev.retort.internal.jdbc.url.PostgresUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/**
 * Chooses the connection of migrations. The connection of a container or of a compose file counts only where the properties
 * have a URL for migrations, whose place it takes: a test or a developer's machine must not migrate the server that the URL
 * names. Without a URL migrations use the application's {@code DataSource}, which has the same connection.
 *
 * @since 0.1
 */
public final class ConnectionDetailsSelector {

    private static final Logger log = LoggerFactory.getLogger(ConnectionDetailsSelector.class);

    private ConnectionDetailsSelector() {}

    /**
     * {@return the connection of the only database}
     *
     * @param bean the only bean; {@code null} if there is none, or more than one
     * @param properties the properties of the database
     */
    public static MigrationConnectionDetails choose(
            @Nullable MigrationConnectionDetails bean, DatabaseProperties properties) {
        MigrationConnectionDetails own = new PropertiesMigrationConnectionDetails(properties);
        if (!(bean instanceof ServiceConnectionDetails service)) {
            return bean == null ? own : bean;
        }
        if (!StringUtils.hasText(properties.getUrl())) {
            return own;
        }
        log.info(
                "Migrations use the service connection {} instead of retort.url.",
                PostgresUrl.describe(String.valueOf(service.getJdbcUrl())));
        return service;
    }
}
