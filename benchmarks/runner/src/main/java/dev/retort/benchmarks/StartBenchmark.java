/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        Services services = new Services(server, benchmarks, Files.createDirectories(folder.resolve("start")));
        Contest contest = new Contest();
        for (Peer peer : Peer.values()) {
            Path jar = services.create(peer, changes);
            commands.timeJava(jar, services.arguments(peer));
            contest.add(peer.title(), () -> commands.timeJava(jar, services.arguments(peer)));
        }
        return "## Start at head, %,d revisions%n%n".formatted(changes.size())
                + contest.run(options.starts()).table(Peer.NONE.title());
    }
}
