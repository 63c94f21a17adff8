/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import dev.retort.error.RetortException;
import java.util.List;
import java.util.stream.Collectors;

/** One of Retort's tables could run code of another role with the rights of the migration's session, and is not used. */
public final class UnsafeTableException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<UnsafeTable> tables;

    private UnsafeTableException(List<UnsafeTable> tables, String what, String why, String action) {
        super(what, why, action);
        this.tables = List.copyOf(tables);
    }

    /** Makes the error of tables of which is known why. */
    static UnsafeTableException of(List<UnsafeTable> tables) {
        String names = tables.stream().map(UnsafeTable::name).distinct().collect(Collectors.joining(", "));
        String reasons = tables.stream()
                .map(table -> "Of " + table.name() + ": " + table.reason() + ".")
                .collect(Collectors.joining(" "));
        String remedies = tables.stream().map(UnsafeTable::remedy).distinct().collect(Collectors.joining("; "));
        return new UnsafeTableException(
                tables,
                "Retort does not use " + names + ": it could run code of another role with the rights of this session.",
                reasons,
                "Run as the owner or as a superuser: " + remedies);
    }

    /** Makes the error of a check that failed inside of a transaction, where nothing more can be asked. */
    public static UnsafeTableException ofStep(Tables tables) {
        return new UnsafeTableException(
                List.of(),
                "One of the tables " + String.join(", ", tables.all()) + " changed while the step ran: it could now run"
                        + " code of another role with the rights of this session.",
                "The step is rolled back.",
                "Run current: it shows the table, the reason and the statement that fixes it.");
    }

    /** {@return the tables and the reasons; empty where these could not be asked} */
    public List<UnsafeTable> tables() {
        return tables;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
