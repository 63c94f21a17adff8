/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** The same service with each migration tool, as jars with changes in them, and a database for each. */
final class Services {

    private final Server server;
    private final Path benchmarks;
    private final Path folder;

    Services(Server server, Path benchmarks, Path folder) {
        this.server = server;
        this.benchmarks = benchmarks;
        this.folder = folder;
    }

    /**
     * Creates an empty database, and a copy of the service with the changes where its own resources are.
     *
     * @return the copy
     */
    Path create(Peer peer, List<Change> changes) throws Exception {
        Path service = peer.service(benchmarks);
        if (!Files.exists(service)) {
            throw new IllegalStateException(
                    service + " is missing: build with -Pbenchmarks, run in the project's folder.");
        }
        Path jar = folder.resolve(name(peer) + ".jar");
        Files.copy(service, jar, StandardCopyOption.REPLACE_EXISTING);
        addChanges(jar, peer, changes);
        server.createDatabase(database(peer));
        return jar;
    }

    /** {@return what a service is started with} */
    List<String> arguments(Peer peer) {
        return List.of(
                "--spring.datasource.url=" + server.jdbcUrl(database(peer)), "--spring.datasource.username=postgres");
    }

    private String database(Peer peer) {
        return folder.getFileName() + "_" + name(peer);
    }

    private static String name(Peer peer) {
        return peer.name().toLowerCase(Locale.ROOT);
    }

    private static void addChanges(Path jar, Peer peer, List<Change> changes) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            peer.write(Files.createDirectories(zip.getPath("BOOT-INF/classes")), changes);
        }
    }
}
