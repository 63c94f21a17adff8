/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.lint.Finding;
import dev.retort.lint.LintRequest;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Rule;
import dev.retort.settings.NonEmptySchemaPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares {@code lint} with squawk on the revisions with which the rules are tested. What is right is what the server did: which
 * locks a revision takes on tables that were there before, and whether it reads, writes or indexes rows under them.
 */
final class SquawkComparison {

    private static final Path CASES = Path.of("core/src/test/resources/lint/cases");
    private static final String DATABASE = "squawk";

    private final Server server;
    private final Commands commands;
    private final Path folder;

    SquawkComparison(Server server, Commands commands, Path folder) {
        this.server = server;
        this.commands = commands;
        this.folder = folder;
    }

    /**
     * One revision.
     *
     * @param name the name of its file
     * @param upgrade its statements
     * @param work what the server did
     * @param said what squawk says of locks and work, as {@code rule}
     * @param wrong those of these that the server does not show
     * @param found the rules of lint that find work under a lock
     * @param others what squawk says that locks do not tell
     */
    private record Compared(
            String name,
            String upgrade,
            ServerWork work,
            Set<String> said,
            Set<String> wrong,
            Set<String> found,
            Set<String> others) {

        boolean isNamedBySquawk() {
            return said.size() > wrong.size();
        }
    }

    String run() throws InterruptedException, IOException, SQLException {
        Squawk squawk;
        try {
            squawk = Squawk.install(commands, folder.resolve("squawk"));
        } catch (IOException | IllegalStateException e) {
            return "Without squawk: npm cannot install squawk-cli@" + Squawk.VERSION + ". " + e.getMessage() + "\n";
        }
        Path written = Files.createDirectories(folder.resolve("cases"));
        List<Path> files = new ArrayList<>();
        for (Path file : cases()) {
            files.add(Files.writeString(written.resolve(file.getFileName()), upgrade(Files.readString(file))));
        }
        Map<String, Set<String>> findings = squawk.findings(files);
        List<Compared> compared = new ArrayList<>();
        int failing = 0;
        for (Path file : cases()) {
            String name = file.getFileName().toString().replace(".sql", "");
            RevisionReport report = lint(Files.readString(file));
            boolean measured = report.findings().stream().noneMatch(finding -> finding.rule() == Rule.NOT_MEASURED);
            failing += measured ? 0 : 1;
            if (measured) {
                Set<String> rules = findings.getOrDefault(name, Set.of());
                compared.add(compare(squawk, name, upgrade(Files.readString(file)), report, rules));
            }
        }
        return page(compared, failing);
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static String upgrade(String text) {
        return text.substring(text.indexOf("-- upgrade\n") + "-- upgrade\n".length());
    }

    private static Compared compare(
            Squawk squawk, String name, String upgrade, RevisionReport report, Set<String> rules) {
        ServerWork work = ServerWork.of(report);
        Set<String> said = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (String rule : rules) {
            String claim = squawk.claim(rule);
            if (claim.equals("other")) {
                others.add(rule);
            } else if (!claim.equals("style")) {
                said.add(rule);
                if (!work.has(claim)) {
                    wrong.add(rule);
                }
            }
        }
        Set<String> found = report.findings().stream()
                .map(Finding::rule)
                .filter(Rule::isTimed)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Compared(name, upgrade, work, said, wrong, found, others);
    }

    private RevisionReport lint(String text) throws IOException, SQLException {
        server.createDatabase(DATABASE);
        try (Connection connection = server.dataSource(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text.substring(0, text.indexOf("-- upgrade\n")));
        }
        Path scripts = Files.createDirectories(folder.resolve("compared"));
        Files.writeString(
                scripts.resolve("r.sql"),
                "-- revision: r\n-- down_revision:\n\n-- migrate: upgrade\n" + upgrade(text)
                        + "\n\n-- migrate: downgrade\n-- migrate: nothing\n");
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + scripts))
                .onNonEmptySchema(NonEmptySchemaPolicy.RUN)
                .build();
        return new Retort(settings, server.dataSource(DATABASE), getClass().getClassLoader(), List.of())
                .authoring()
                .lint(
                        LintRequest.pending(LocalDate.now()),
                        new ServerAddress(server.jdbcUrl(DATABASE), "postgres", null),
                        List.of())
                .revisions()
                .get(0);
    }

    private static String page(List<Compared> compared, int failing) {
        List<Compared> blocking =
                compared.stream().filter(one -> one.work().blocks()).toList();
        List<Compared> others =
                compared.stream().filter(one -> !one.work().blocks()).toList();
        String table = "## lint and squawk %s on the same %d revisions%n%n".formatted(Squawk.VERSION, compared.size())
                + "| | revisions | squawk names it | lint names it |\n|---|---:|---:|---:|\n"
                + row("the server reads, writes or indexes rows while writes wait", blocking, Compared::isNamedBySquawk)
                + row("it does not", others, one -> one.said().stream().anyMatch(rule -> !isLock(one, rule)))
                + "%n%d revisions that fail on the scratch server are left out.%n%n".formatted(failing);
        return table
                + "Rules of squawk that speak of running builds, names or lost rows were broken in %d revisions.%n%n"
                        .formatted(compared.stream()
                                .filter(one -> !one.others().isEmpty())
                                .count())
                + list(
                        "Not named by squawk, and the server blocks writes for the time of a pass",
                        blocking.stream().filter(one -> !one.isNamedBySquawk()).toList())
                + list(
                        "Said by squawk, and not so on the server",
                        compared.stream().filter(one -> !one.wrong().isEmpty()).toList())
                + list(
                        "lint and the measured work differ",
                        compared.stream()
                                .filter(one ->
                                        one.work().blocks() == one.found().isEmpty())
                                .toList());
    }

    /** That a lock is taken can be said of a revision without work too. */
    private static boolean isLock(Compared one, String rule) {
        return !one.wrong().contains(rule);
    }

    /** Says something of a revision. */
    @FunctionalInterface
    private interface Says {
        boolean of(Compared one);
    }

    private static String row(String what, List<Compared> revisions, Says squawk) {
        return "| %s | %d | %d | %d |%n"
                .formatted(
                        what,
                        revisions.size(),
                        revisions.stream().filter(squawk::of).count(),
                        revisions.stream().filter(one -> !one.found().isEmpty()).count());
    }

    private static String list(String title, List<Compared> revisions) {
        StringBuilder list = new StringBuilder("### " + title + "\n\n");
        list.append("| revision | statements | server | squawk | lint |\n|---|---|---|---|---|\n");
        for (Compared one : revisions) {
            String statements = one.upgrade().strip().replaceAll("\\s+", " ").replace("|", "\\|");
            list.append("| ")
                    .append(one.name())
                    .append(" | `")
                    .append(statements, 0, Math.min(statements.length(), 160))
                    .append("` | ")
                    .append(one.work())
                    .append(" | ")
                    .append(String.join(", ", one.said()))
                    .append(" | ")
                    .append(String.join(", ", one.found()))
                    .append(" |\n");
        }
        return list.append("\n").toString();
    }
}
