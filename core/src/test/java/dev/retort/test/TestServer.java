/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one PostgreSQL server of a test run: started when first asked for, stopped with the process. */
final class TestServer {

    /**
     * Memory as a file system, where there is one: to make a database and to drop it is to make and to delete three hundred
     * files, for which the file system of a disk can take longer than the server does for everything else.
     */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Six times what two servers take; where there is less, as in many containers, the disk has to do. */
    private static final long ROOM = 1L << 30;

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();
    }

    private TestServer() {}

    static EmbeddedPostgres get() {
        return Holder.SERVER;
    }

    /** {@return its major version} */
    static int version() {
        String version = System.getProperty("postgres.version", "17.6.0");
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(dataDirectory())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_wal_size", "128MB")
                    .setServerConfig("max_connections", "300")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path dataDirectory() throws IOException {
        String prefix = "retort-test";
        boolean memory = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        return memory ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
