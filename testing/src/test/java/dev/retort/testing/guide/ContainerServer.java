/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.guide;

import dev.retort.model.ScratchServer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

public final class ContainerServer implements ScratchServer {

    @Override
    public String name() {
        return "a PostgreSQL in a container";
    }

    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public Running start() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
        container.start();
        return new InContainer(container);
    }

    private record InContainer(PostgreSQLContainer container) implements Running {

        @Override
        public DataSource database(String name) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setURL(container.getJdbcUrl());
            database.setDatabaseName(name);
            database.setUser(container.getUsername());
            database.setPassword(container.getPassword());
            return database;
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
