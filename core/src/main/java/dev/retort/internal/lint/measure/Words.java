/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import dev.retort.internal.sql.SqlItem;
import dev.retort.internal.sql.SqlScanner;
import dev.retort.internal.sql.SqlStatement;
import java.util.List;

/** The tokens of a statement. */
final class Words {

    private Words() {}

    /** {@return its tokens, words in lower case, without comments} */
    static List<String> of(SqlStatement statement) {
        return SqlScanner.ofStatements(statement.text(), 1).next() instanceof SqlItem.Statement found
                ? List.of(found.canonical().split("\n"))
                : List.of();
    }
}
