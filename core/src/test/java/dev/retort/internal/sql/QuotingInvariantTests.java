/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Seeds;
import dev.retort.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Quoting is right if a real server reads back what was written. */
class QuotingInvariantTests {

    private static List<String> texts(Random random) {
        return Stream.generate(() -> Seeds.text(random, "abcABC019_$\"'\\ .;-/*é€\n\u00A0", 1, 12))
                .limit(200)
                .toList();
    }

    @Test
    void theServerReadsEveryLiteralBack() {
        Seeds.check(4, random -> {
            List<String> texts = texts(random);
            try (TestDatabase database = TestDatabase.create();
                    Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET escape_string_warning = off");
                for (String setting : List.of("on", "off")) {
                    statement.execute("SET standard_conforming_strings = " + setting);
                    for (String text : texts) {
                        assertThat(single(statement, "SELECT " + Identifiers.literal(text)))
                                .isEqualTo(text);
                    }
                }
            }
        });
    }

    @Test
    void theServerReadsEveryIdentifierBack() {
        Seeds.check(4, random -> {
            List<String> texts = texts(random);
            try (TestDatabase database = TestDatabase.create();
                    Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                for (String text : texts) {
                    String quoted = Identifiers.quote(text);
                    assertThat(quoted)
                            .isEqualTo(single(statement, "SELECT quote_ident(" + Identifiers.literal(text) + ")"));
                    try (ResultSet row = statement.executeQuery("SELECT 1 AS " + quoted)) {
                        assertThat(row.getMetaData().getColumnName(1)).isEqualTo(text);
                    }
                }
            }
        });
    }

    @Test
    void everyKeywordThatTheServerQuotesIsQuoted() {
        try (TestDatabase database = TestDatabase.create()) {
            List<String> keywords =
                    database.query("SELECT word FROM pg_get_keywords() WHERE quote_ident(word) <> word");
            assertThat(keywords)
                    .isNotEmpty()
                    .allMatch(word -> Identifiers.quote(word).startsWith("\""));
        }
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
