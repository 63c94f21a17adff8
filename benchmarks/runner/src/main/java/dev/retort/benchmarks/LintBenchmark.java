/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.lint.Estimate;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.StatementReport;
import dev.retort.settings.NonEmptySchemaPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares what {@code lint} estimates with what statements take on tables with rows, and times a run of {@code lint} on a schema
 * of 1,000 tables.
 */
final class LintBenchmark {

    private static final String ROWS = "estimates";
    private static final String MANY = "tables";

    /** Each runs alone, and is rolled back. */
    private static final List<String> STATEMENTS = List.of(
            "ALTER TABLE %s ALTER COLUMN amount SET NOT NULL",
            "ALTER TABLE %s ADD CONSTRAINT positive CHECK (amount > -1)",
            "ALTER TABLE %s ADD COLUMN discount int CHECK (discount >= 0)",
            "ALTER TABLE %s ADD CONSTRAINT customer_fkey FOREIGN KEY (customer_id) REFERENCES customer",
            "CREATE INDEX ON %s (customer_id)",
            "CREATE INDEX ON %s (status)",
            "CREATE INDEX ON %s (lower(note))",
            "CREATE INDEX ON %s (customer_id, amount)",
            "CREATE INDEX ON %s (amount) WHERE amount > 10",
            "ALTER TABLE %s ADD CONSTRAINT number_key UNIQUE (number)",
            "ALTER TABLE %s ALTER COLUMN amount TYPE bigint",
            "ALTER TABLE %s ALTER COLUMN id TYPE bigint",
            "ALTER TABLE %s ALTER COLUMN status TYPE varchar(10)",
            "ALTER TABLE %s ADD COLUMN token float DEFAULT random()",
            "ALTER TABLE %s ADD COLUMN seen timestamptz DEFAULT clock_timestamp()",
            "ALTER TABLE %s ADD COLUMN line serial",
            "ALTER TABLE %s ADD COLUMN double int GENERATED ALWAYS AS (amount * 2) STORED",
            "ALTER TABLE %s SET UNLOGGED",
            "REINDEX TABLE %s",
            "ALTER TABLE %s ALTER COLUMN note TYPE varchar(200)");

    private final Server server;
    private final Path folder;

    LintBenchmark(Server server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Measures.
     *
     * @param rows how many rows the large table has; 0 leaves the estimates out
     * @param rounds how often the schema of many tables is judged
     */
    String run(int rows, int rounds) throws Exception {
        return (rows == 0 ? "" : estimates(rows) + "\n") + speed(rounds);
    }

    private String estimates(int rows) throws Exception {
        server.createDatabase(ROWS);
        int small = rows / 10;
        fill("small_orders", small);
        fill("large_orders", rows);
        StringBuilder table =
                new StringBuilder("## Estimated and then run, tables of %,d and %,d rows%n%n".formatted(small, rows));
        table.append("| statement | estimate | took | factor |\n|---|---:|---:|---:|\n");
        List<Double> factors = new ArrayList<>();
        int inside = 0;
        for (String name : List.of("small_orders", "large_orders")) {
            for (String statement : STATEMENTS) {
                String sql = statement.formatted(name);
                Estimate estimate = estimate(sql);
                Duration took = took(sql);
                double factor = factor(estimate, took);
                factors.add(factor);
                inside += isInside(estimate, took) ? 1 : 0;
                String row = "| `%s` | %d-%d ms | %d ms | %.1f |%n"
                        .formatted(
                                sql, estimate.low().toMillis(), estimate.high().toMillis(), took.toMillis(), factor);
                // A large table takes its time: what is known so far is shown.
                System.err.print(row);
                table.append(row);
            }
        }
        Collections.sort(factors);
        return table
                + "%nMedian factor between the middle of the range and the time: %.1f; %d of %d times within the range.%n"
                        .formatted(factors.get(factors.size() / 2), inside, factors.size());
    }

    private static boolean isInside(Estimate estimate, Duration took) {
        return took.compareTo(estimate.low()) >= 0 && took.compareTo(estimate.high()) <= 0;
    }

    /** The middle of a range of factors is its geometric mean. */
    private static double factor(Estimate estimate, Duration took) {
        double middle = Math.sqrt(Math.max(1, estimate.low().toMillis())
                * (double) Math.max(1, estimate.high().toMillis()));
        double time = Math.max(1, took.toMillis());
        return Math.max(middle / time, time / middle);
    }

    private void fill(String name, int rows) throws SQLException {
        execute(
                ROWS,
                "CREATE TABLE IF NOT EXISTS customer (id int PRIMARY KEY)",
                "INSERT INTO customer SELECT g FROM generate_series(1, 100000) AS g ON CONFLICT DO NOTHING",
                "CREATE TABLE %s (id int PRIMARY KEY, number int, customer_id int, amount int, status varchar(20), note text)"
                        .formatted(name),
                ("INSERT INTO %s SELECT g, g, g %% 100000 + 1, g %% 1000, 'new', md5(g::text)"
                                + " FROM generate_series(1, %d) AS g")
                        .formatted(name, rows),
                "VACUUM ANALYZE " + name,
                "CHECKPOINT");
    }

    private void execute(String database, String... statements) throws SQLException {
        try (Connection connection = server.dataSource(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Duration took(String sql) throws SQLException {
        try (Connection connection = server.dataSource(ROWS).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            statement.execute(sql);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            connection.rollback();
            return took;
        }
    }

    private Estimate estimate(String sql) throws IOException {
        LintReport report = lint(ROWS, List.of(sql));
        StatementReport statement = report.revisions().get(0).statements().get(0);
        return statement.estimate() == null ? Estimate.NONE : statement.estimate();
    }

    private LintReport lint(String database, List<String> statements) throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("lint"));
        List<Path> written = new ArrayList<>();
        String down = "";
        for (int i = 0; i < statements.size(); i++) {
            String id = "r" + i;
            written.add(Files.writeString(
                    scripts.resolve(id + ".sql"),
                    "-- revision: " + id + "\n-- down_revision: " + down + "\n\n-- migrate: upgrade\n"
                            + statements.get(i) + ";\n\n-- migrate: downgrade\n-- migrate: nothing\n"));
            down = id;
        }
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + scripts))
                .onNonEmptySchema(NonEmptySchemaPolicy.RUN)
                .build();
        Retort retort =
                new Retort(settings, server.dataSource(database), LintBenchmark.class.getClassLoader(), List.of());
        try {
            return retort.authoring()
                    .lint(
                            LintRequest.pending(LocalDate.now()),
                            new ServerAddress(server.jdbcUrl(database), "postgres", null),
                            List.of());
        } finally {
            for (Path script : written) {
                Files.delete(script);
            }
        }
    }

    private String speed(int rounds) throws Exception {
        server.createDatabase(MANY);
        try (Connection connection = server.dataSource(MANY).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= CatalogBenchmark.TABLES; i++) {
                statement.execute(CatalogBenchmark.table(i, ""));
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
        StringBuilder table = new StringBuilder(
                "## Judging revisions on a schema of %,d tables%n%n".formatted(CatalogBenchmark.TABLES));
        lint(MANY, alters(1));
        table.append("| pending revisions | median | fastest | processor time of the JVM | of the server |\n");
        table.append("|---:|---:|---:|---:|---:|\n");
        for (int revisions : new int[] {1, 10, 100}) {
            table.append(row(revisions, rounds));
        }
        return table.toString();
    }

    private static List<String> alters(int revisions) {
        return IntStream.rangeClosed(1, revisions)
                .mapToObj(i -> "ALTER TABLE t" + i + " ALTER COLUMN updated_at SET NOT NULL")
                .toList();
    }

    /** On a machine that is shared with others the times say little, and the processor times stay as they are. */
    private String row(int revisions, int rounds) throws IOException {
        List<Long> times = new ArrayList<>();
        ProcessorTime before = ProcessorTime.now(server);
        for (int round = 0; round < rounds; round++) {
            long began = System.nanoTime();
            lint(MANY, alters(revisions));
            times.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        }
        ProcessorTime used = ProcessorTime.now(server).since(before, rounds);
        Collections.sort(times);
        return "| %d | %d ms | %d ms | %d ms | %d ms |%n"
                .formatted(
                        revisions,
                        times.get(times.size() / 2),
                        times.get(0),
                        used.jvm().toMillis(),
                        used.server().toMillis());
    }
}
