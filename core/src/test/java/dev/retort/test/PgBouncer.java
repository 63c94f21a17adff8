/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A real pgbouncer before a test database. Where there is none and Debian's cannot be fetched, tests are skipped. */
public final class PgBouncer implements AutoCloseable {

    private final Process process;
    private final TestDatabase database;
    private final int port;

    private PgBouncer(Process process, TestDatabase database, int port) {
        this.process = process;
        this.database = database;
        this.port = port;
    }

    /**
     * Starts a pgbouncer.
     *
     * @param settings lines of its configuration beside those that every one has
     */
    public static PgBouncer start(TestDatabase database, List<String> settings) throws Exception {
        String program = program();
        Path folder = Files.createTempDirectory(
                "pgbouncer", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        int port = freePort();
        List<String> lines = new ArrayList<>(List.of(
                "[databases]",
                database.name() + " = host=localhost port=" + database.port() + " dbname=" + database.name(),
                "[pgbouncer]",
                "listen_addr = 127.0.0.1",
                "listen_port = " + port,
                "unix_socket_dir =",
                "auth_type = trust",
                "auth_file = " + folder.resolve("users"),
                "max_client_conn = 200"));
        lines.addAll(settings);
        Files.write(folder.resolve("users"), List.of("\"" + database.user() + "\" \"\""));
        Files.write(folder.resolve("ini"), lines);
        List<String> command = new ArrayList<>(List.of(program));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(folder.resolve("ini").toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        PgBouncer pgbouncer = new PgBouncer(process, database, port);
        pgbouncer.awaitDoor(folder.resolve("log"));
        return pgbouncer;
    }

    private static String program() throws Exception {
        Path script = Path.of("../.ci/pgbouncer").toAbsolutePath().normalize();
        Process process = new ProcessBuilder(
                        script.toString(), Path.of("target/pgbouncer").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String program = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Assumptions.assumeTrue(process.waitFor() == 0, "pgbouncer is not installed and could not be fetched");
        return program;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitDoor(Path log) throws IOException {
        while (process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException(Files.readString(log));
    }

    /** {@return a source of connections through it} */
    public DataSource dataSource(int prepareThreshold) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database.name());
        dataSource.setUser(database.user());
        dataSource.setPrepareThreshold(prepareThreshold);
        return dataSource;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
