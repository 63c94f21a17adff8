/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A server that is started once for several scratch databases, one after the other, and stopped when this is closed. One
 * thread at a time.
 */
public final class SharedServer implements ScratchServer, AutoCloseable {

    private final ScratchServer server;
    private @Nullable Running running;

    private SharedServer(ScratchServer server) {
        this.server = server;
    }

    /** Several, of which the first that is used is kept. */
    public static List<SharedServer> of(List<ScratchServer> servers) {
        return servers.stream().map(SharedServer::new).toList();
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

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /**
     * The server as one scratch database has it.
     *
     * @param running the server
     */
    private record Lent(Running running) implements Running {

        @Override
        public DataSource database(String name) {
            return running.database(name);
        }

        /** It goes on for the next one. */
        @Override
        public void close() {}
    }
}
