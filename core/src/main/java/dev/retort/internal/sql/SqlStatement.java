/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement as it goes to the server.
 *
 * @param text the statement without its terminating semicolon, surrounding white space and leading comments
 * @param line the line of its first token in the file, counted from 1
 * @param copyData the lines that follow a {@code COPY ... FROM stdin}, without the {@code \.} line; otherwise {@code null}
 */
public record SqlStatement(String text, int line, @Nullable String copyData) {

    /** {@return its tokens, words in lower case, without comments; of a {@code COPY} those before its data} */
    public List<String> tokens() {
        String whole = copyData == null ? text : text + ";\n\\.\n";
        return SqlScanner.ofStatements(whole, 1).next() instanceof SqlItem.Statement found ? found.tokens() : List.of();
    }
}
