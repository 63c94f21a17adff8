/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Alembic's own comparison, by the Python of the system; Python's start and the making of the metadata do not count. */
final class AlembicComparison {

    private static final Path SYSTEM = Path.of("/usr/bin/python3");

    private final Commands commands;
    private final String url;

    /**
     * Prepares to compare.
     *
     * @param commands runs programs
     * @param url the database
     */
    AlembicComparison(Commands commands, String url) {
        this.commands = commands;
        this.url = url;
    }

    /** Distributions install Alembic for their own Python, which need not be the first of the path. */
    private static String python() {
        return Files.isExecutable(SYSTEM) ? SYSTEM.toString() : "python3";
    }

    /**
     * Compares once.
     *
     * @throws IllegalStateException when Python or Alembic is not there, or it found something else
     */
    Duration run() throws IOException, InterruptedException {
        Path script = Files.createTempFile("compare", ".py");
        try (InputStream source =
                Objects.requireNonNull(AlembicComparison.class.getResourceAsStream("compare.py"), "compare.py")) {
            Files.write(script, source.readAllBytes());
            commands.time(List.of(
                    python(),
                    script.toString(),
                    url,
                    Integer.toString(CatalogBenchmark.TABLES),
                    Integer.toString(CatalogBenchmark.EVERY)));
        } finally {
            Files.delete(script);
        }
        List<String> lines = commands.output().lines().toList();
        if (!lines.get(lines.size() - 1).equals(Integer.toString(CatalogBenchmark.TABLES / CatalogBenchmark.EVERY))) {
            throw new IllegalStateException("Alembic found other differences: " + lines);
        }
        return Duration.ofMillis(Long.parseLong(lines.get(lines.size() - 2)));
    }
}
