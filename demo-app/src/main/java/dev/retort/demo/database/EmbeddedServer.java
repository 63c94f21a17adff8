/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this process, or of another process of the demo application with the same data directory, so
 * that a command or a second instance can use the database of a running service.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final int port;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable FileLock lock;

    private EmbeddedServer(int port, @Nullable EmbeddedPostgres server, @Nullable FileLock lock) {
        this.port = port;
        this.server = server;
        this.lock = lock;
    }

    /** Starts the server of a data directory, or uses the one that another process has started. */
    static EmbeddedServer open(DataDirectory directory) {
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                Optional<EmbeddedServer> server = tryOpen(directory);
                if (server.isPresent()) {
                    return server.get();
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (IOException | IllegalStateException e) {
            throw EmbeddedServerException.doesNotStart(directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EmbeddedServerException.doesNotStart(directory, e);
        }
        throw EmbeddedServerException.isInUse(directory);
    }

    private static Optional<EmbeddedServer> tryOpen(DataDirectory directory) throws IOException, InterruptedException {
        Optional<FileLock> lock = directory.tryLock();
        if (lock.isPresent()) {
            return Optional.of(start(directory, lock.get()));
        }
        return directory.postmaster().filter(Postmaster::ready).map(postmaster -> join(directory, postmaster));
    }

    private static EmbeddedServer start(DataDirectory directory, FileLock lock)
            throws IOException, InterruptedException {
        boolean started = false;
        try {
            Optional<Postmaster> orphaned = directory.postmaster();
            if (orphaned.isPresent() && !orphaned.get().clear(PATIENCE.toSeconds())) {
                throw EmbeddedServerException.isInUse(directory);
            }
            EmbeddedPostgres server = start(directory);
            started = true;
            LOG.info("Started PostgreSQL on port {} with the data in {}", server.getPort(), directory);
            return new EmbeddedServer(server.getPort(), server, lock);
        } finally {
            if (!started) {
                lock.acquiredBy().close();
            }
        }
    }

    /** With the settings of an ordinary server: committed data survives a power failure. */
    private static EmbeddedPostgres start(DataDirectory directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setPGStartupWait(PATIENCE)
                .start();
    }

    private static EmbeddedServer join(DataDirectory directory, Postmaster postmaster) {
        LOG.info(
                "Using the PostgreSQL on port {}, which another process runs with the data in {}",
                postmaster.port(),
                directory);
        return new EmbeddedServer(postmaster.port(), null, null);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Stops the server if this process started it. */
    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (lock != null) {
            lock.acquiredBy().close();
        }
    }
}
