/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.boot.MigrationConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Adapts the JDBC connection of a service of a compose file. */
final class JdbcServiceConnectionDetailsFactory
        implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrationConnectionDetails> {

    @Override
    public MigrationConnectionDetails getConnectionDetails(JdbcConnectionDetails jdbc) {
        return new Adapted(jdbc);
    }

    private record Adapted(JdbcConnectionDetails jdbc) implements ServiceConnectionDetails {

        @Override
        public @Nullable String getJdbcUrl() {
            return jdbc.getJdbcUrl();
        }

        @Override
        public @Nullable String getUsername() {
            return jdbc.getUsername();
        }

        @Override
        public @Nullable String getPassword() {
            return jdbc.getPassword();
        }
    }
}
