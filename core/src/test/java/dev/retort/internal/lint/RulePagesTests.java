/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.lint.Finding;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Rule;
import dev.retort.lint.StatementReport;
import dev.retort.test.Golden;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of each rule: what its first case does on this server, beside what it did on the others. {@code -Dgolden.update=true}
 * writes the line of this server, and on the default server the rest of the page.
 */
class RulePagesTests {

    private static final Path PAGES = Path.of("..", "docs", "rules");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .*$");
    private static final int SERVER =
            Integer.parseInt(System.getProperty("postgres.version", "17.6.0").split("\\.")[0]);

    private static final int DEFAULT = 17;

    /** From this version on partitions are detached concurrently, as a page says. */
    private static final int CONCURRENT_DETACH = 14;

    /** Where rules need more than a scratch server. */
    private static final Map<Rule, String> OTHERS = Map.of(
            Rule.CONCURRENTLY_OVER_INVALID_INDEX,
            "Lint compares the indexes of the real database with the names in `CREATE INDEX CONCURRENTLY IF NOT EXISTS`.",
            Rule.RENAME_OF_MAPPED_OBJECT,
            "Lint compares the tables, columns and enum values that a revision renames with those of the model (`--model`, or the application's entities). Without a model the rule is off, and a note reports that.",
            Rule.DROP_OF_MAPPED_OBJECT,
            "Lint compares the tables, columns and enum values that a revision drops with those of the model (`--model`, or the application's entities). Without a model the rule is off, and a note reports that.",
            Rule.NARROWED_MAPPED_COLUMN,
            "Lint compares a type that gets smaller with the type of the column in the model (`--model`, or the application's"
                    + " entities), and the values that a new check constraint lists with those of the model, which has one"
                    + " for the constants of an enum that is mapped by name. Without a model the rule is off, and a note"
                    + " reports that.",
            Rule.UNMAPPED_NOT_NULL_COLUMN,
            "Lint looks in the model for columns without a default that are new and NOT NULL, or that become NOT NULL. Without a model"
                    + " the rule is off, and a note reports that.",
            Rule.DATA_WOULD_FAIL,
            "With `--data`, lint queries the rows of the real database: see [lint.md](../lint.md#rows).",
            Rule.LOCK_QUEUE,
            "Lint compares how long the statement can wait for its lock (the age of the oldest transaction of the real database, at most `lock_timeout`) with the limit of that lock.",
            Rule.INTEGER_KEY_RUNNING_OUT,
            "Lint compares the sequences of the real database with the range of the integer columns that they number.");

    static Stream<Rule> rules() {
        return Samples.every(5, 0, Stream.of(Rule.values()));
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("rules")
    void thePageSaysWhatTheServerDoes(Rule rule) throws IOException {
        Path page = PAGES.resolve(rule.id() + ".md");
        String before = Files.exists(page) ? Files.readString(page) : "";
        String expected = OTHERS.containsKey(rule) ? head(rule) + OTHERS.get(rule) + "\n" : page(rule, before);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGES);
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).isEqualTo(expected);
    }

    private static String head(Rule rule) {
        return "# " + rule.id() + "\n\n" + rule.title() + ". Severity: "
                + rule.severity().word() + (rule.isTimed() ? ", lower for a small table" : "") + ".\n\n";
    }

    private static String page(Rule rule, String before) {
        List<Path> all = Golden.cases("lint/cases");
        LintCase found = first(all, rule, ".find");
        try (TestDatabase database = TestDatabase.create()) {
            RevisionReport report = found.lint(database);
            Finding finding = report.findings().stream()
                    .filter(one -> one.rule() == rule)
                    .findFirst()
                    .orElseThrow();
            String table = table(before, row(report, finding));
            String rewrite = rewrite(finding, before);
            return SERVER == DEFAULT ? whole(rule, finding, table, rewrite) : updated(before, table, rewrite);
        }
    }

    private static String whole(Rule rule, Finding finding, String table, String rewrite) {
        List<Path> all = Golden.cases("lint/cases");
        LintCase found = first(all, rule, ".find");
        LintCase missed = first(all, rule, ".miss");
        String tables = missed.schema().equals(found.schema())
                ? ""
                : "```sql\n" + missed.schema().strip() + "\n```\n\n";
        return head(rule)
                + "Found:\n\n```sql\n" + found.upgrade().strip() + "\n```\n\n> " + finding.text() + "\n\n"
                + "Measured on tables as\n\n```sql\n" + found.schema().strip() + "\n```\n\n" + table
                + "\nInstead:\n\n" + rewrite
                + "\nNot found:\n\n" + tables + "```sql\n" + missed.upgrade().strip() + "\n```\n";
    }

    /** What the messages of another server say of its version is not on the page. */
    private static String updated(String before, String table, String rewrite) {
        int end = before.indexOf("\nInstead:\n\n");
        return before.substring(0, before.indexOf("| PostgreSQL |")) + table + "\nInstead:\n\n" + rewrite
                + before.substring(before.indexOf("\nNot found:\n\n", end));
    }

    private static LintCase first(List<Path> all, Rule rule, String kind) {
        return all.stream()
                .filter(path -> path.getFileName().toString().equals(rule.id() + kind + ".sql"))
                .map(path -> LintCase.read(Golden.read(path)))
                .findFirst()
                .orElseThrow();
    }

    private static String row(RevisionReport report, Finding finding) {
        StatementReport statement = report.statements().stream()
                .filter(one -> one.line() == finding.line())
                .findFirst()
                .orElse(null);
        String locks = statement == null
                ? ""
                : statement.locks().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String work = statement == null
                ? ""
                : statement.scans().size() + " | " + String.join(", ", statement.rewritten()) + " | "
                        + String.join(", ", statement.built());
        return "| " + SERVER + " | " + (locks.isEmpty() ? "none" : locks) + " | " + (work.isEmpty() ? "0 |  | " : work)
                + " |";
    }

    private static String table(String before, String row) {
        Map<Integer, String> rows = new TreeMap<>();
        Matcher known = ROW.matcher(before);
        while (known.find()) {
            rows.put(Integer.parseInt(known.group(1)), known.group());
        }
        rows.put(SERVER, row);
        return "| PostgreSQL | locks | passes | rewritten | built |\n|---:|---|---:|---|---|\n"
                + String.join("\n", rows.values()) + "\n";
    }

    /** From 18 on the recipe of NOT NULL is another one. */
    private static String rewrite(Finding finding, String before) {
        String rewrite = finding.rewrite();
        String block = rewrite == null ? "There is no alternative statement.\n" : "```sql\n" + rewrite + "\n```\n";
        String newer = "\nFrom PostgreSQL 18 on:\n\n";
        int at = before.indexOf("\nInstead:\n\n");
        String known =
                at < 0 ? block : before.substring(at + "\nInstead:\n\n".length(), before.indexOf("\nNot found:\n\n"));
        if (rewrite == null && SERVER < CONCURRENT_DETACH) {
            return known;
        }
        int other = known.indexOf(newer);
        String older = other < 0 ? known : known.substring(0, other);
        if (SERVER >= 18) {
            return block.equals(older) ? older : older + newer + block;
        }
        return other < 0 ? block : block + known.substring(other);
    }
}
