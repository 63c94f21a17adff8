/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How long it takes to apply revisions, beside psql with the same statements and a transaction for each revision: on one
 * server, each time in a new database.
 */
final class UpgradeBenchmark {

    private static final String DATABASE = "upgrade";
    private static final String PSQL = "psql, its whole process";

    private final Server server;
    private final Commands commands;
    private final Path folder;

    UpgradeBenchmark(Server server, Commands commands, Path folder) {
        this.server = server;
        this.commands = commands;
        this.folder = folder;
    }

    String run(Path self, Options options) throws Exception {
        List<Change> changes = Change.upTo(options.revisions());
        Peer.RETORT.write(folder, changes);
        Path script = writeScript(changes);
        inThisProcess();
        command();
        Contest contest = new Contest()
                .add(PSQL, () -> psql(script))
                .add("Retort, the call in a warm JVM", this::inThisProcess)
                .add("Retort, the call in a cold JVM", () -> callInProcessOfItsOwn(self))
                .add("Retort, its whole process", () -> inProcessOfItsOwn(self))
                .add("bin/retort upgrade head, its whole process", this::command);
        return "## Apply %,d revisions of three statements%n%n%s%n%n".formatted(changes.size(), psqlVersion())
                + contest.run(options.upgrades()).table(PSQL);
    }

    private Path writeScript(List<Change> changes) throws IOException {
        StringBuilder script = new StringBuilder();
        changes.forEach(
                change -> script.append("BEGIN;\n").append(change.upgrade()).append("COMMIT;\n"));
        return Files.writeString(folder.resolve("psql.sql"), script);
    }

    private String psqlVersion() throws IOException, InterruptedException {
        commands.time(List.of("psql", "--version"));
        return commands.output().strip();
    }

    private Path migrations() {
        return folder.resolve("db/migrations");
    }

    private Duration psql(Path script) throws IOException, InterruptedException, SQLException {
        server.createDatabase(DATABASE);
        return commands.time(
                List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script.toString(), server.url(DATABASE)));
    }

    private Duration inThisProcess() throws SQLException {
        server.createDatabase(DATABASE);
        return upgrade(server.dataSource(DATABASE), migrations());
    }

    private Duration callInProcessOfItsOwn(Path self) throws IOException, InterruptedException, SQLException {
        inProcessOfItsOwn(self);
        return Duration.parse(commands.output().strip());
    }

    private Duration inProcessOfItsOwn(Path self) throws IOException, InterruptedException, SQLException {
        server.createDatabase(DATABASE);
        return commands.timeJava(
                self,
                List.of(
                        Benchmarks.UPGRADE,
                        server.jdbcUrl(DATABASE),
                        migrations().toString()));
    }

    private Duration command() throws IOException, InterruptedException, SQLException {
        server.createDatabase(DATABASE);
        return commands.time(List.of(
                Path.of("cli/bin/retort").toAbsolutePath().toString(),
                "--url=" + server.jdbcUrl(DATABASE),
                "--username=postgres",
                "--location=filesystem:" + migrations(),
                "upgrade",
                "head"));
    }

    /** Upgrades a database and says how long the call took: what a process of its own does. */
    static Duration upgrade(String jdbcUrl, Path migrations) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        dataSource.setUser("postgres");
        return upgrade(dataSource, migrations);
    }

    private static Duration upgrade(DataSource dataSource, Path migrations) {
        long startedAt = System.nanoTime();
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + migrations))
                .build();
        Retort retort = new Retort(settings, dataSource, UpgradeBenchmark.class.getClassLoader(), List.of());
        RunResult result = retort.upgrade(RunRequest.atStartup("head"));
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        if (result.steps().size() != result.found()) {
            throw new IllegalStateException("The database was not new: " + result);
        }
        return took;
    }
}
