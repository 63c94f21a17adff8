/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.author.ExternalCommand;
import dev.retort.cli.author.Origin;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sessions of the page about squashing; {@code -Dgolden.update=true} writes what they print. */
class SquashPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "squash.md");
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- (session|script) -->\n```(?:console|sql)\n)(.*?)(```\n)", Pattern.DOTALL);
    private static final String PROMPT = "$ retort ";
    private static final String SCRIPT = "schema_of_version_1.sql";

    private void script(String id, String down, String message, String upgrade, String downgrade) throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("src/main/resources/db/migrations"));
        Files.writeString(
                scripts.resolve(message.replace(' ', '_') + ".sql"),
                "-- revision: " + id + "\n-- down_revision: " + down + "\n-- message: " + message
                        + "\n\n-- migrate: upgrade\n" + upgrade + "\n\n-- migrate: downgrade\n" + downgrade + "\n");
    }

    private void project() throws IOException {
        script(
                "8e1f0c5a9b22",
                "",
                "create customer",
                "CREATE TABLE customer (id bigint PRIMARY KEY, mail text);",
                "DROP TABLE customer;");
        script(
                "3f9c2a7b1d04",
                "8e1f0c5a9b22",
                "rename mail to email",
                "ALTER TABLE customer RENAME COLUMN mail TO email;",
                "ALTER TABLE customer RENAME COLUMN email TO mail;");
        script(
                "77aa01bc92de",
                "3f9c2a7b1d04",
                "create country",
                "CREATE TABLE country (code char(2) PRIMARY KEY, name text NOT NULL);\n"
                        + "INSERT INTO country VALUES ('at', 'Austria'), ('ch', 'Switzerland');",
                "DROP TABLE country;");
        script(
                "5d2e41f07c36",
                "77aa01bc92de",
                "add country to customer",
                "ALTER TABLE customer ADD COLUMN country char(2) REFERENCES country (code);",
                "ALTER TABLE customer DROP COLUMN country;");
        script(
                "b80c93d1e6aa",
                "5d2e41f07c36",
                "index email",
                "CREATE INDEX ix_customer_email ON customer (email);",
                "DROP INDEX ix_customer_email;");
    }

    @Test
    void theSessionsPrintTheOutputOfThePage() throws IOException {
        project();
        String page = Files.readString(PAGE);
        try (TestDatabase scratch = TestDatabase.create()) {
            String result = BLOCK.matcher(page)
                    .replaceAll(block -> Matcher.quoteReplacement(block.group(1)
                            + (block.group(2).equals("script") ? written() : replay(block.group(3), scratch))
                            + block.group(4)));
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(PAGE, result);
            }
            assertThat(comparable(Files.readString(PAGE))).isEqualTo(comparable(result));
        }
    }

    private static String comparable(String text) {
        return text.replaceAll("\\d+ ms( by \\w+)?", "n ms").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "then");
    }

    private String written() {
        try {
            return Files.readString(folder.resolve("src/main/resources/db/migrations/" + SCRIPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String replay(String session, TestDatabase scratch) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T19:13:00Z"), ZoneOffset.UTC);
        Shell shell = new Shell(folder, new Origin(clock, () -> "unused"))
                .on(database)
                .with("RETORT_FILE_TEMPLATE", "{slug}")
                .with("RETORT_SOURCE_DIRECTORY", "src/main/resources/db/migrations")
                .with("RETORT_LOCATIONS", "filesystem:" + folder.resolve("src/main/resources/db/migrations"))
                .with("RETORT_SCRATCH_URL", scratch.url())
                .with("RETORT_SCRATCH_USERNAME", scratch.user());
        StringBuilder result = new StringBuilder();
        session.lines().filter(line -> line.startsWith(PROMPT)).forEach(line -> {
            Shell.Result answer = shell.run(ExternalCommand.parse("the page", line.substring(PROMPT.length()))
                    .words()
                    .toArray(String[]::new));
            result.append(line).append('\n').append(shown(answer.out())).append(shown(answer.err()));
        });
        return result.toString();
    }

    private String shown(String text) {
        return text.replace(folder + "/", "");
    }
}
