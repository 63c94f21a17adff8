/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How much longer a service starts because a migration tool looks whether anything is to do, when nothing is.
 *
 * <p>Counts the whole process of {@code java -jar}: the same service, which opens a pool, asks the database one thing and
 * ends, with another tool on the class path each time.
 */
final class StartBenchmark {

    private final Server server;
    private final Commands commands;
    private final Path folder;

    StartBenchmark(Server server, Commands commands, Path folder) {
        this.server = server;
        this.commands = commands;
        this.folder = folder;
    }

    String run(Path benchmarks, Options options) throws Exception {
        List<Change> changes = Change.upTo(options.revisions());
        Contest contest = new Contest();
        for (Peer peer : Peer.values()) {
            Path jar = withChanges(peer, peer.service(benchmarks), changes);
            server.createDatabase(database(peer));
            start(peer, jar);
            contest.add(peer.title(), () -> start(peer, jar));
        }
        return "## Start at head, %,d revisions%n%n".formatted(changes.size())
                + contest.run(options.starts()).table(Peer.NONE.title());
    }

    private static String database(Peer peer) {
        return "start_" + peer.name().toLowerCase(Locale.ROOT);
    }

    private Duration start(Peer peer, Path jar) throws IOException, InterruptedException {
        return commands.timeJava(
                jar,
                List.of(
                        "--spring.datasource.url=" + server.jdbcUrl(database(peer)),
                        "--spring.datasource.username=postgres"));
    }

    /** {@return a copy of the service with the changes where its own resources are} */
    private Path withChanges(Peer peer, Path service, List<Change> changes) throws IOException {
        if (!Files.exists(service)) {
            throw new IllegalStateException(
                    service + " is missing: build with -Pbenchmarks, run in the project's folder.");
        }
        Path jar = folder.resolve(peer.name().toLowerCase(Locale.ROOT) + ".jar");
        Files.copy(service, jar, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            peer.write(Files.createDirectories(zip.getPath("BOOT-INF/classes")), changes);
        }
        return jar;
    }
}
