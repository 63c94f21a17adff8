/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.history.table.SafetyBlock;
import dev.retort.internal.sql.DollarQuotes;
import dev.retort.internal.sql.Identifiers;
import java.util.stream.Collectors;

/** A statement that changes nothing, and raises an error where one of its conditions holds. */
final class CheckBlock {

    private final StringBuilder body = new StringBuilder();

    /** Adds statements of PL/pgSQL. */
    CheckBlock append(String statements) {
        body.append(statements);
        return this;
    }

    /**
     * Requires that a condition does not hold.
     *
     * @param message an expression for the first sentence of the error
     */
    void when(String condition, String message, String why, String whatToDo) {
        body.append("    IF ")
                .append(condition)
                .append(" THEN\n        RAISE EXCEPTION USING\n            MESSAGE = ")
                .append(message)
                .append(",\n            DETAIL = ")
                .append(Identifiers.literal(why))
                .append(",\n            HINT = ")
                .append(Identifiers.literal(whatToDo))
                .append(";\n    END IF;\n");
    }

    /** Runs checks only where a table exists. */
    void whenThere(String table, Runnable check) {
        body.append("    IF pg_catalog.to_regclass(")
                .append(Identifiers.literal(table))
                .append(") IS NOT NULL THEN\n");
        int from = body.length();
        check.run();
        String nested =
                body.substring(from).lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
        body.replace(from, body.length(), nested).append("    END IF;\n");
    }

    /** {@return the statement} */
    String text() {
        return "DO "
                + DollarQuotes.quote("\nDECLARE\n    place pg_catalog.text;\n    found pg_catalog.text[] := '{}';\n"
                        + "    unrun pg_catalog.text[] := '{}';\n    assumed pg_catalog.text[] := '{}';\n"
                        + SafetyBlock.VARIABLES + "BEGIN\n" + body + "END ")
                + ";\n";
    }
}
