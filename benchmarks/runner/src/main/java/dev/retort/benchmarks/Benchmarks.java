/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Runs all benchmarks one after the other and prints a page of tables. */
public final class Benchmarks {

    /** The argument that makes this program apply revisions and say how long it took, instead of measuring. */
    static final String UPGRADE = "upgrade";

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments see {@link Options}
     */
    public static void main(String[] arguments) throws Exception {
        Path benchmarks = Path.of("benchmarks");
        Path folder = Files.createDirectories(benchmarks.toAbsolutePath().resolve("target/run"));
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", folder.resolve("retort.log").toString());
        if (arguments.length == 3 && arguments[0].equals(UPGRADE)) {
            System.out.println(UpgradeBenchmark.upgrade(arguments[1], Path.of(arguments[2])));
            return;
        }
        measure(benchmarks, folder, Options.parse(arguments));
    }

    private static void measure(Path benchmarks, Path folder, Options options) throws Exception {
        Commands commands = new Commands(folder.resolve("output.txt"));
        try (Server server = Server.start()) {
            System.out.println(machine() + "\n" + server.description() + "\n");
            if (options.starts() > 0) {
                System.out.println(new StartBenchmark(server, commands, folder).run(benchmarks, options));
            }
            if (options.caches() > 0) {
                System.out.println(new CachedStartBenchmark(server, commands, folder).run(benchmarks, options));
            }
            if (options.upgrades() > 0) {
                System.out.println(new UpgradeBenchmark(server, commands, folder).run(self(), options));
            }
            if (options.catalogs() > 0) {
                System.out.println(new CatalogBenchmark(server, commands).run(options));
            }
            if (options.lints() > 0) {
                System.out.println(new LintBenchmark(server, folder).run(options.rows(), options.lints()));
            }
            if (options.squawks() > 0) {
                System.out.println(new SquawkComparison(server, commands, folder).run());
            }
        }
        if (options.loads() > 0) {
            System.out.println(new GraphBenchmark().run(options));
        }
    }

    /** The jar that this program was started from. */
    private static Path self() {
        return Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    }

    private static String machine() {
        return "%s, %d processors, %s, Java %s"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }
}
