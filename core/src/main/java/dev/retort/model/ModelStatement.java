/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import dev.retort.internal.sql.SqlItem;
import dev.retort.internal.sql.SqlScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One statement of a model and where it came from.
 *
 * @param origin the place, for messages, such as {@code schema.sql:12}
 * @param item the statement as it goes to the server, and what it is
 * @since 0.1
 */
public record ModelStatement(String origin, SqlItem.Statement item) {

    /**
     * Splits a text that may be several statements, such as what an auxiliary database object of Hibernate is made with.
     *
     * @param sql the text, line ends as LF
     * @param origin tells where a line of it came from
     * @return the statements in their order; empty for a text of comments alone
     * @throws dev.retort.internal.sql.SqlSyntaxException when something is left open, or is for psql alone
     */
    public static List<ModelStatement> split(String sql, IntFunction<String> origin) {
        List<ModelStatement> statements = new ArrayList<>();
        SqlScanner scanner = SqlScanner.ofStatements(sql, 1);
        for (SqlItem item = scanner.next(); item != null; item = scanner.next()) {
            if (item instanceof SqlItem.Statement found) {
                statements.add(new ModelStatement(origin.apply(found.line()), found));
            }
        }
        return statements;
    }

    /** {@return the statement as it goes to the server, without what ends it} */
    public String text() {
        return item.statement().text();
    }

    /** {@return its tokens, words in lower case, without comments} */
    public List<String> tokens() {
        return item.tokens();
    }
}
