/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The start at head with an AOT cache: each service is extracted from its jar, and the cache is of a training run as Spring
 * Boot's reference describes it, which ends before the service runs and has no need of a database.
 */
final class CachedStartBenchmark {

    private static final int FIRST_JAVA_WITH_CACHES = 25;
    private static final String CACHE = "service.aot";

    private final Server server;
    private final Commands commands;
    private final Path folder;

    CachedStartBenchmark(Server server, Commands commands, Path folder) {
        this.server = server;
        this.commands = commands;
        this.folder = folder;
    }

    String run(Path benchmarks, Options options) throws Exception {
        if (Runtime.version().feature() < FIRST_JAVA_WITH_CACHES) {
            return "Starts with an AOT cache need JDK %d and are left out.%n".formatted(FIRST_JAVA_WITH_CACHES);
        }
        List<Change> changes = Change.upTo(options.revisions());
        Services services = new Services(server, benchmarks, Files.createDirectories(folder.resolve("cached")));
        Contest contest = new Contest();
        for (Peer peer : Peer.values()) {
            Path jar = extract(services.create(peer, changes));
            List<String> arguments = services.arguments(peer);
            Path cache = jar.resolveSibling(CACHE);
            commands.timeJava(
                    List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"), jar, arguments);
            commands.timeJava(List.of("-XX:AOTCache=" + cache), jar, arguments);
            contest.add(peer.title(), () -> commands.timeJava(List.of("-XX:AOTCache=" + cache), jar, arguments));
        }
        return "## Start at head with an AOT cache, %,d revisions%n%n".formatted(changes.size())
                + contest.run(options.caches()).table(Peer.NONE.title());
    }

    /** {@return the jar in the folder into which the service was extracted} */
    private Path extract(Path jar) throws IOException, InterruptedException {
        Path target = folder.resolve(jar.getFileName().toString().replace(".jar", ""));
        commands.timeJava(
                List.of("-Djarmode=tools"), jar, List.of("extract", "--force", "--destination", target.toString()));
        return target.resolve(jar.getFileName());
    }
}
