/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.internal.sql.ConcurrentIndexBuild;
import dev.retort.internal.sql.ConcurrentIndexDrop;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementTraits;
import java.util.List;
import java.util.Locale;

/** What a failure, or the death of its process, can leave of a statement that runs outside of a transaction. */
public enum AutocommitKind {
    /** All or nothing: what the server refuses left nothing behind, and can be tried again. */
    ATOMIC,
    /** Whatever is left, running it again does no harm. */
    REPEATABLE,
    /** An index build or drop whose end the catalog tells. */
    CONCURRENT_INDEX,
    /** It may have committed parts of its work, and only an operator can tell: procedures, {@code DO}, and the like. */
    DELICATE;

    private static final List<String> REPEATABLE_COMMANDS = List.of("VACUUM", "CLUSTER", "ALTER SYSTEM", "REINDEX");

    public static AutocommitKind of(SqlStatement statement) {
        StatementTraits traits = StatementTraits.of(statement);
        if (traits instanceof ConcurrentIndexBuild || traits instanceof ConcurrentIndexDrop) {
            return CONCURRENT_INDEX;
        }
        if (traits instanceof StatementTraits.OutsideTransaction outside) {
            return ofCommand(outside.command());
        }
        return mayCommit(statement.text()) ? DELICATE : ATOMIC;
    }

    private static AutocommitKind ofCommand(String command) {
        boolean repeatable = command.startsWith("REPACK")
                || (!command.contains("CONCURRENTLY")
                        && REPEATABLE_COMMANDS.stream().anyMatch(command::startsWith));
        return repeatable ? REPEATABLE : DELICATE;
    }

    /** {@code DO} and {@code CALL} may commit inside when no transaction is open around them. */
    private static boolean mayCommit(String text) {
        String start = text.substring(0, Math.min(5, text.length())).toUpperCase(Locale.ROOT);
        return start.startsWith("CALL") || (start.startsWith("DO") && !Character.isLetterOrDigit(start.charAt(2)));
    }

    /** {@return whether code that runs it may read more of it than that it ran: how many rows it changed, or which} */
    static boolean hasAnswer(SqlStatement statement) {
        AutocommitKind kind = of(statement);
        return kind == ATOMIC || (kind == DELICATE && mayCommit(statement.text()));
    }

    /** {@return whether it has no effect if the server refuses it} */
    public boolean hasNoPartialEffect() {
        return this == ATOMIC || this == REPEATABLE;
    }
}
