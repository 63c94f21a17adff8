/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.question;

import dev.retort.internal.lint.rule.FindingBuilder;
import dev.retort.internal.lint.rule.MeasuredStatement;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import java.util.List;

/**
 * A question to the rows of the real database, which make a statement fail when there are any.
 *
 * @param statement the statement
 * @param object what it is about
 * @param sentence what rows the question is about, such as {@code have no value in public.orders.amount}
 * @param sql the query that reads keys of such rows, without its limit
 * @param settled whether an earlier statement changes rows of the table, which may settle it
 */
public record Question(MeasuredStatement statement, String object, String sentence, String sql, boolean settled) {

    /** The limit of counted rows. */
    public static final int COUNTED = 100;

    /**
     * {@return the finding of an answer}
     *
     * @param keys keys of rows, at most one more than {@link #COUNTED}; not empty
     * @param examples how many of them may be named
     */
    public Finding failing(List<String> keys, int examples) {
        String count = keys.size() > COUNTED ? "more than " + COUNTED : String.valueOf(keys.size());
        List<String> named = keys.subList(0, Math.min(examples, keys.size()));
        String end = settled
                ? " The statement fails unless an earlier statement of these revisions changes them."
                : " The statement fails.";
        return finding(
                "Rows " + sentence + ": " + count + "." + end, named, Evidence.DATA, settled ? Severity.WARNING : null);
    }

    /**
     * {@return the finding of a question that the database did not answer}
     *
     * @param reason what the server said
     */
    public Finding unanswered(String reason) {
        return finding(
                "Whether rows " + sentence + " is not answered: " + reason + ".",
                List.of(),
                Evidence.NOT_MEASURED,
                Severity.WARNING);
    }

    private Finding finding(
            String message,
            List<String> examples,
            Evidence evidence,
            @org.jspecify.annotations.Nullable Severity severity) {
        FindingBuilder draft = FindingBuilder.of(Rule.DATA_WOULD_FAIL, statement)
                .object(object)
                .evidence(evidence)
                .message(message)
                .with(examples);
        return (severity == null ? draft : draft.severity(severity)).finding();
    }
}
