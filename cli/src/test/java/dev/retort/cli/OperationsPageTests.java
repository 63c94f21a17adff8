/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.author.ExternalCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The sessions of the page about operations, run again one after the other; {@code -Dgolden.update=true} writes what
 * they
 * print. Durations, times and names of users may differ.
 */
class OperationsPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "operations.md");
    private static final Pattern SESSION =
            Pattern.compile("(<!-- session -->\n```console\n)(.*?)(```\n)", Pattern.DOTALL);
    private static final Pattern EDIT = Pattern.compile("\\$ sed -i s/(.*)/(.*)/ (.*)");
    private static final String PROMPT = "$ retort ";

    @Test
    void theSessionsPrintTheOutputOfThePage() throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("src/main/resources/db/migrations"));
        Files.writeString(scripts.resolve("create_customer.sql"), """
                -- revision: 8e1f0c5a9b22
                -- message: create customer

                -- migrate: upgrade
                CREATE TABLE customer (id bigint PRIMARY KEY);

                -- migrate: downgrade
                DROP TABLE customer;
                """);
        Files.writeString(scripts.resolve("add_email.sql"), """
                -- revision: 3f9c2a7b1d04
                -- down_revision: 8e1f0c5a9b22
                -- message: add email to customer

                -- migrate: upgrade
                ALTER TABLE customer ADD COLUMN email text;

                -- migrate: downgrade
                ALTER TABLE customer DROP COLUMN email;
                """);
        String page = Files.readString(PAGE);

        String result = SESSION.matcher(page)
                .replaceAll(session ->
                        Matcher.quoteReplacement(session.group(1) + replay(session.group(2)) + session.group(3)));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, result);
        }
        assertThat(comparable(Files.readString(PAGE))).isEqualTo(comparable(result));
    }

    private static String comparable(String text) {
        return text.replaceAll("\\d+ ms( by \\w+)?", "n ms").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "then");
    }

    private String replay(String session) {
        Shell shell = new Shell(folder)
                .on(database)
                .with("RETORT_LOCATIONS", "filesystem:" + folder.resolve("src/main/resources/db/migrations"));
        StringBuilder result = new StringBuilder();
        session.lines().filter(line -> line.startsWith("$ ")).forEach(line -> {
            result.append(line).append('\n');
            if (line.startsWith(PROMPT)) {
                Shell.Result answer = shell.run(ExternalCommand.parse("the page", line.substring(PROMPT.length()))
                        .words()
                        .toArray(String[]::new));
                result.append(answer.out().replace(folder + "/", ""))
                        .append(answer.err().replace(folder + "/", ""));
            } else {
                edit(line);
            }
        });
        return result.toString();
    }

    private void edit(String line) {
        Matcher edit = EDIT.matcher(line);
        assertThat(edit.matches()).as(line).isTrue();
        Path file = folder.resolve(edit.group(3));
        try {
            Files.writeString(file, Files.readString(file).replace(edit.group(1), edit.group(2)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
