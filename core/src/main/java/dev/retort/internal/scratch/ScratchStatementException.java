/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.statement.ServerAnswer;
import dev.retort.model.ModelStatement;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement of a model failed in the scratch database. The real database was not touched. */
public final class ScratchStatementException extends RetortException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 300;
    private static final Set<String> UNDEFINED = Set.of("42704", "42883", "42P01", "3F000");

    private final String origin;
    private final String statement;
    private final @Nullable String sqlState;

    ScratchStatementException(String model, ModelStatement statement, String missing, SQLException cause) {
        super(
                "The model " + model + " cannot be created in the scratch database.",
                why(statement, ServerAnswer.of(cause)) + missing,
                action(cause),
                cause);
        this.origin = statement.origin();
        this.statement = statement.text();
        this.sqlState = cause.getSQLState();
    }

    private static String why(ModelStatement statement, ServerAnswer answer) {
        String text = statement.text().replaceAll("\\s+", " ");
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
        StringBuilder why = new StringBuilder(statement.origin()).append(": ").append(answer.message());
        if (answer.sqlState() != null) {
            why.append(" (SQLSTATE ").append(answer.sqlState()).append(')');
        }
        return why.append(", in: ").append(shown).append('.').toString();
    }

    private static String action(SQLException cause) {
        return cause.getSQLState() != null && UNDEFINED.contains(cause.getSQLState())
                ? "Add the missing object to the model: with retort.model=sql:FILE,hibernate the statements of a"
                        + " file run"
                        + " before those of the entities."
                : "Correct the model; the real database was not touched.";
    }

    /** {@return where the statement came from, such as {@code schema.sql:12}} */
    public String origin() {
        return origin;
    }

    /** {@return the statement} */
    public String statement() {
        return statement;
    }

    /** {@return the SQLSTATE; {@code null} when the server did not answer} */
    public @Nullable String sqlState() {
        return sqlState;
    }

    @Override
    public Category category() {
        return Category.CONFLICT;
    }
}
