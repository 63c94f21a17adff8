/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on scripts, scripts.md: its example runs, and its tables and sentences are those of the reader of scripts. */
class ScriptsPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "scripts.md");
    private static final String HEADER = "-- revision: a\n";
    private static final String SECTIONS = "\n-- migrate: upgrade\nSELECT 1;\n\n-- migrate: downgrade\nSELECT 1;\n";

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void useTheFolder() {
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    private static String block(String language) throws IOException {
        return found("^```" + language + "\n([^`]*?)^```").get(0);
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** {@return what is in quotes of code in the paragraph that starts so} */
    private static List<String> codes(String start) throws IOException {
        String paragraph = found("^" + Pattern.quote(start) + "(.*?)$").get(0);
        return Pattern.compile("`([^`]*)`")
                .matcher(paragraph)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void theExampleGoesUpAndDown() throws IOException {
        new Project(folder, database.dataSource())
                .revision("8e1f0c5a9b22", null, "CREATE TABLE customer (id int);", "DROP TABLE customer;")
                .revision("77aa01bc92de", "8e1f0c5a9b22", "SELECT 1;", "SELECT 1;")
                .script("example", block("sql"));

        assertThat(shell.run("upgrade", "heads").err()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relname = 'ix_customer_email'"))
                .containsExactly("1");
        assertThat(shell.run("show", "billing").out()).contains("add email to customer");
        assertThat(shell.run("downgrade", "8e1f0c5a9b22").err()).isEmpty();
    }

    @Test
    void theTableHasEveryKeyOfTheHeader() throws IOException {
        List<String> keys = found("^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\|").stream()
                .flatMap(cell -> Stream.of(cell.replace("`", "").split(", ")))
                .toList();

        String last = keys.get(keys.size() - 1);
        assertThat(reading("-- revision: a\n-- nosuchkey: b\n" + SECTIONS).err())
                .contains(String.join(", ", keys.subList(0, keys.size() - 1)) + " and " + last);
    }

    static Stream<String> linesThatResembleAKey() throws IOException {
        return codes("An unknown or duplicate key is an error.").stream()
                .filter(code -> code.startsWith("-- ") && !code.startsWith("-- Note"));
    }

    @ParameterizedTest
    @MethodSource("linesThatResembleAKey")
    void aLineThatResemblesAKeyIsAnError(String line) throws IOException {
        boolean isOutside = line.equals("-- depends_on: b");
        String text = isOutside ? HEADER + "\n" + line + "\n" + SECTIONS : HEADER + line + "\n" + SECTIONS;
        assertThat(reading(text).status()).as(line).isEqualTo(1);
    }

    @Test
    void otherCommentsAreFreeText() throws IOException {
        assertThat(reading(HEADER + "-- Note: see the ticket\n" + SECTIONS).err())
                .isEmpty();
    }

    @Test
    void theMessageIsThatOfThePage() throws IOException {
        shell.file("20261122_bills.sql", HEADER + "-- depends_on : b\n" + SECTIONS);
        assertThat(shell.run("heads").err().replace(folder + "/", ""))
                .contains(block("").strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--migrate:", "-- Migrate: "})
    void spellingsOfMarkers(String marker) throws IOException {
        assertThat(codes("`-- migrate: upgrade`, then"))
                .contains(marker.strip() + (marker.endsWith(" ") ? " " : "") + "upgrade");
        assertThat(reading(HEADER + SECTIONS.replace("-- migrate: ", marker)).err())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-- migrate downgrade", "-- migration: downgrade", "-- +goose Down", "  -- migrate: downgrade"})
    void aCommentThatResemblesAMarkerIsAnError(String marker) throws IOException {
        assertThat(codes("`-- migrate: upgrade`, then")).contains(marker.strip());
        assertThat(reading(HEADER + SECTIONS.replace("-- migrate: downgrade", marker))
                        .status())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN;",
                "COMMIT;",
                "SAVEPOINT s;",
                "DISCARD ALL;",
                "SELECT pg_advisory_unlock_all();",
                "\\echo a",
                "CREATE INDEX CONCURRENTLY ON t (id);"
            })
    void statementsThatAreRefusedWhenTheScriptIsRead(String statement) throws IOException {
        Shell.Result result = reading(HEADER + SECTIONS.replaceFirst("SELECT 1;", Matcher.quoteReplacement(statement)));
        assertThat(result.status()).as(statement).isEqualTo(1);
        assertThat(result.err()).contains("a.sql:4: ");
    }

    @Test
    void theMessageOfAStatementThatCannotRunInATransactionNamesTheMarker() throws IOException {
        assertThat(reading(HEADER + SECTIONS.replaceFirst("SELECT 1;", "VACUUM;"))
                        .err())
                .contains("a.sql:4: ", "-- migrate: autocommit");
    }

    private Shell.Result reading(String text) {
        return shell.file("a.sql", text).run("heads");
    }

    @Test
    void someFilesAreSkippedAndSomeAreErrors() throws IOException {
        assertThat(reading(HEADER + SECTIONS).status()).isZero();
        shell.file(".#a.sql", "nothing").file("a.sql~", "nothing").file("x.sql/b.sql", "-- revision: b\n" + SECTIONS);
        assertThat(shell.run("heads").out()).isEqualTo("a (head)\nb (head)\n");

        shell.file("c.SQL", "-- revision: c\n" + SECTIONS);
        assertThat(shell.run("heads").err()).contains("c.SQL");
        Files.delete(folder.resolve("c.SQL"));
        assertThat(reading(HEADER + SECTIONS.replaceFirst("1", "'\0'")).err()).contains("a.sql:4: ");
    }

    @Test
    void theChecksumCoversStatementsAndGraphFields() throws IOException {
        reading(HEADER + SECTIONS);
        assertThat(shell.run("upgrade", "head").status()).isZero();

        reading(HEADER + "-- message: said later\n-- created: 2026-11-22T19:13:00Z\n"
                + SECTIONS.replace("SELECT 1", "select   1 /* one */"));
        assertThat(shell.run("validate").status()).isZero();
        reading(HEADER + "-- branch_labels: other\n" + SECTIONS);
        assertThat(shell.run("validate").status()).isEqualTo(1);
        reading(HEADER + SECTIONS.replace("1", "2"));
        assertThat(shell.run("validate").status()).isEqualTo(1);
    }

    @Test
    void aDowngradeCanBeRefusedOrEmpty() throws IOException {
        String marker = "\n-- migrate: downgrade\nSELECT 1;\n";
        reading(HEADER + SECTIONS.replace(marker, "\n-- migrate: irreversible rows are gone\n"));
        shell.run("upgrade", "head");
        assertThat(shell.run("downgrade", "base").err()).contains("rows are gone");

        reading(HEADER + SECTIONS.replace(marker, ""));
        assertThat(shell.run("downgrade", "base").status()).isEqualTo(1);

        reading(HEADER + SECTIONS.replace(marker, "\n-- migrate: downgrade\n-- migrate: nothing\n"));
        shell.run("repair", "--accept", "--reason", "the downgrade is empty");
        assertThat(shell.run("downgrade", "base").err()).isEmpty();
    }
}
