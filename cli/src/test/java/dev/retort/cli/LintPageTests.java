/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.author.ExternalCommand;
import dev.retort.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page about lint: its scripts and its session, run again, and its table of rules; {@code -Dgolden.update=true}
 * writes them.
 */
class LintPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "lint.md");
    private static final Pattern SCRIPT = Pattern.compile("```sql\n(-- revision: (\\w+)\n.*?)```", Pattern.DOTALL);
    private static final Pattern SESSION =
            Pattern.compile("(<!-- session -->\n```console\n)(.*?)(```\n)", Pattern.DOTALL);
    private static final Pattern COMMENT =
            Pattern.compile("(<!-- comment -->\n)(.*?)(<!-- end of comment -->\n)", Pattern.DOTALL);
    private static final Pattern RULES = Pattern.compile("(<!-- rules -->\n)(.*?)(\n## )", Pattern.DOTALL);
    private static final String PROMPT = "$ retort ";

    @Test
    void theSessionPrintsTheOutputOfThePage() throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("src/main/resources/db/migrations"));
        Shell shell = new Shell(folder)
                .on(database)
                .with("RETORT_LOCATIONS", "filesystem:" + folder.resolve("src/main/resources/db/migrations"));
        Files.writeString(scripts.resolve("create_tables.sql"), """
                -- revision: 8e1f0c5a9b22
                -- message: create customers and orders

                -- migrate: upgrade
                CREATE TABLE customer (id int PRIMARY KEY, name text, fax text);
                CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount numeric);

                -- migrate: downgrade
                -- migrate: nothing
                """);
        assertThat(shell.run("upgrade", "head").status()).isZero();
        database.execute(
                "INSERT INTO customer SELECT g, 'a' || g FROM generate_series(1, 100000) g",
                "INSERT INTO orders SELECT g, g % 100000 + 1, nullif(g, 42) FROM generate_series(1, 300000) g",
                "ANALYZE");
        String page = Files.readString(PAGE);
        SCRIPT.matcher(page).results().forEach(script -> write(scripts, script.group(2), script.group(1)));

        String played = SESSION.matcher(page)
                .replaceAll(session -> Matcher.quoteReplacement(
                        session.group(1) + replay(shell, session.group(2)) + session.group(3)));
        String commented = COMMENT.matcher(played)
                .replaceAll(comment -> Matcher.quoteReplacement(comment.group(1)
                        + shell.run("lint", "--data", "--max-blocking-reads", "10ms", "--format", "markdown")
                                .out()
                        + comment.group(3)));
        String result = RULES.matcher(commented)
                .replaceAll(rules -> Matcher.quoteReplacement(rules.group(1) + rules() + rules.group(3)));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, result);
        }
        assertThat(comparable(Files.readString(PAGE))).isEqualTo(comparable(result));
    }

    /** The fill of pages is not the same on all servers. */
    private static String comparable(String text) {
        return text.replaceAll("PostgreSQL \\d+", "PostgreSQL").replaceAll("\\d+ (kB|MB)", "n bytes");
    }

    private static void write(Path scripts, String id, String text) {
        try {
            Files.writeString(scripts.resolve(id + ".sql"), text + "\n-- migrate: downgrade\n-- migrate: nothing\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String replay(Shell shell, String session) {
        StringBuilder result = new StringBuilder();
        session.lines().filter(line -> line.startsWith(PROMPT)).forEach(line -> {
            Shell.Result answer = shell.run(ExternalCommand.parse("the page", line.substring(PROMPT.length()))
                    .words()
                    .toArray(String[]::new));
            result.append(line)
                    .append('\n')
                    .append(answer.out().replace(folder + "/", ""))
                    .append(answer.err());
        });
        return result.toString();
    }

    private static String rules() {
        StringBuilder table = new StringBuilder("| rule | severity | finds |\n|---|---|---|\n");
        for (Rule rule : Rule.values()) {
            table.append("| `")
                    .append(rule.id())
                    .append("` | ")
                    .append(rule.severity().word())
                    .append(rule.isTimed() ? ", by size" : "")
                    .append(" | ")
                    .append(rule.title())
                    .append(" |\n");
        }
        return table.toString();
    }
}
