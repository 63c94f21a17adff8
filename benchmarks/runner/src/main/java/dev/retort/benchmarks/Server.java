/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL server of its own, as durable as one is by default: tests usually run theirs without. */
final class Server implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Server start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        DURABLE.forEach(builder::setServerConfig);
        return new Server(builder.start());
    }

    /** {@return its version and the settings that decide what a commit costs} */
    String description() throws SQLException {
        StringBuilder description = new StringBuilder("PostgreSQL ").append(show("server_version"));
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "wal_sync_method"}) {
            description.append(", ").append(setting).append('=').append(show(setting));
        }
        return description.toString();
    }

    /** {@return the process that starts a process for each session} */
    long pid() throws IOException {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT (regexp_split_to_array(" + "pg_read_file('postmaster.pid'), E'\\n'))[1]")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Makes an empty database in place of one of that name, and leaves the server with nothing to catch up on. */
    void createDatabase(String name) throws SQLException {
        dropDatabase(name);
        execute("CREATE DATABASE " + name, "CHECKPOINT");
    }

    void dropDatabase(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    DataSource dataSource(String database) {
        return postgres.getDatabase("postgres", database);
    }

    /** {@return the address for JDBC, without user} */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    /** {@return the address for psql} */
    String url(String database) {
        return "postgresql://postgres@localhost:" + postgres.getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
