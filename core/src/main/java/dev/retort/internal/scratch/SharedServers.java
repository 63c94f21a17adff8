/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.model.ScratchServer;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are each started once for several scratch databases, one after the other, and stopped when this is closed.
 * One thread at a time.
 */
public final class SharedServers implements AutoCloseable {

    private final List<Shared> servers;

    /**
     * Starts none yet.
     *
     * @param servers the servers that can be started
     */
    public SharedServers(List<ScratchServer> servers) {
        this.servers = servers.stream().map(Shared::new).toList();
    }

    /** {@return the servers, of which the first that is used is kept} */
    public List<ScratchServer> all() {
        return List.copyOf(servers);
    }

    @Override
    public void close() {
        servers.forEach(Shared::close);
    }

    private static final class Shared implements ScratchServer {

        private final ScratchServer server;
        private @Nullable Running running;

        Shared(ScratchServer server) {
            this.server = server;
        }

        @Override
        public String name() {
            return server.name();
        }

        @Override
        public boolean isPresent() {
            return server.isPresent();
        }

        @Override
        public Running start() {
            if (running == null) {
                running = server.start();
            }
            return new Lent(running);
        }

        void close() {
            if (running != null) {
                running.close();
                running = null;
            }
        }
    }

    /**
     * The server as one scratch database has it.
     *
     * @param running the server
     */
    private record Lent(ScratchServer.Running running) implements ScratchServer.Running {

        @Override
        public DataSource database(String name) {
            return running.database(name);
        }

        /** It continues for the next one. */
        @Override
        public void close() {}
    }
}
