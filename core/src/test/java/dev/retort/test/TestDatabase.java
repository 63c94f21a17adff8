/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A new empty database on the shared server; dropped when closed, also with open connections.
 *
 * <p>The server listens on the loopback address; user {@code postgres} is a superuser and needs no password.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Copies files, as all did before 15, instead of writing each page to the log too. */
    private static final String BY_COPYING = TestServer.version() >= 15 ? " STRATEGY file_copy" : "";

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Creates an empty database. */
    public static TestDatabase create() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        TestDatabase database = new TestDatabase(name);
        onServer("CREATE DATABASE " + name + BY_COPYING);
        return database;
    }

    /** Creates a copy of another one without connections. */
    public static TestDatabase copyOf(TestDatabase other) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        TestDatabase database = new TestDatabase(name);
        onServer("CREATE DATABASE " + name + " TEMPLATE " + other.name + BY_COPYING);
        return database;
    }

    /** {@return a name for no database, as a placeholder for a real one} */
    public static TestDatabase none() {
        return new TestDatabase("none");
    }

    private static void onServer(String sql) {
        try (Connection connection = TestServer.get().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** {@return the name of the database} */
    public String name() {
        return name;
    }

    /** {@return the port of the server} */
    public int port() {
        return TestServer.get().getPort();
    }

    /** {@return the JDBC URL, without user} */
    public String url() {
        return "jdbc:postgresql://localhost:" + port() + "/" + name;
    }

    /** {@return the user, a superuser} */
    public String user() {
        return "postgres";
    }

    /** {@return an unpooled source of connections} */
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(user());
        return dataSource;
    }

    /** Opens a connection; the caller closes it. */
    public Connection connect() {
        try {
            return dataSource().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements, each on its own in one session. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the rows of a query; columns joined by {@code |}, nulls as {@code null}} */
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String row(ResultSet rows) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.append(column == 1 ? "" : "|").append(rows.getString(column));
        }
        return row.toString();
    }

    @Override
    public void close() {
        onServer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
