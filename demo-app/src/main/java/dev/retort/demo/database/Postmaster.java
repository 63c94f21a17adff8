/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server as its {@code postmaster.pid} describes it (PostgreSQL manual, chapter "Database File Layout").
 *
 * @param file the file
 * @param pid its process, if it still runs
 * @param port its port
 * @param ready whether it accepts connections
 */
record Postmaster(Path file, long pid, int port, boolean ready) {

    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Optional<Postmaster> read(Path file) throws IOException {
        try {
            return parse(file, Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** An incomplete file has fewer lines: the server is not ready. */
    private static Optional<Postmaster> parse(Path file, List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
        boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
        return Optional.of(new Postmaster(
                file, pid, ready ? Integer.parseInt(lines.get(PORT).strip()) : 0, ready));
    }

    /**
     * Stops a server whose process has ended, and removes the file of a server that has stopped.
     *
     * @return whether a new server can start
     */
    boolean clear(long seconds) throws IOException, InterruptedException {
        Optional<ProcessHandle> server = ProcessHandle.of(pid).filter(Postmaster::isPostgres);
        if (server.isEmpty()) {
            // The process id may belong to another process now, which PostgreSQL would take for its server.
            Files.deleteIfExists(file);
            return true;
        }
        CompletableFuture<ProcessHandle> exit = server.get().onExit();
        server.get().destroy();
        try {
            exit.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
    }
}
