/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command lint found in a revision.
 *
 * @param rule the rule
 * @param severity how much it counts, after settings and sizes
 * @param revision the revision
 * @param file where the revision was read
 * @param line the line of the statement, counted from 1; 0 when it has none
 * @param statement the statement on one line, cut at 300 characters
 * @param objects the objects that it is about, with their schemas
 * @param lock the lock that matters; {@code null} for none
 * @param time what the time depends on for which the lock is held; {@code null} when no time matters
 * @param passes how often the statement reads a whole table; 0 for not at all
 * @param estimate how long the lock is held, or the statement takes; {@code null} when sizes are unknown
 * @param evidence what it rests on
 * @param message what happens, in a sentence or two, without the lock: see {@link #text}
 * @param rewrite SQL that reaches the same schema without it; {@code null} when there is none
 * @param examples keys of rows of the database that it is about; data, which only formats for those who may see it show
 * @since 0.1
 */
public record Finding(
        Rule rule,
        Severity severity,
        String revision,
        String file,
        int line,
        String statement,
        List<String> objects,
        @Nullable TableLock lock,
        @Nullable LockTime time,
        int passes,
        @Nullable Estimate estimate,
        Evidence evidence,
        String message,
        @Nullable String rewrite,
        List<String> examples) {

    /**
     * Copies the objects.
     *
     * @param rule the rule
     * @param severity how much it counts, after settings and sizes
     * @param revision the revision
     * @param file where the revision was read
     * @param line the line of the statement, counted from 1; 0 when it has none
     * @param statement the statement on one line, cut at 300 characters
     * @param objects the objects that it is about, with their schemas
     * @param lock the lock that matters; {@code null} for none
     * @param time what the time depends on for which the lock is held; {@code null} when no time matters
     * @param passes how often the statement reads a whole table; 0 for not at all
     * @param estimate how long the lock is held, or the statement takes; {@code null} when sizes are unknown
     * @param evidence what it rests on
     * @param message what happens, in a sentence or two, without the lock
     * @param rewrite SQL that reaches the same schema without it; {@code null} when there is none
     * @param examples keys of rows of the database that it is about; data, which only formats for those who may see it
     *     show
     */
    public Finding {
        objects = List.copyOf(objects);
        examples = List.copyOf(examples);
    }

    /**
     * {@return this finding with another severity}
     *
     * @param other the severity in place of this one
     */
    public Finding withSeverity(Severity other) {
        return new Finding(
                rule, other, revision, file, line, statement, objects, lock, time, passes, estimate, evidence, message,
                rewrite, examples);
    }

    /**
     * {@return this finding with the estimate for another database}
     *
     * @param lockTime what the time depends on, with the size of the table there
     * @param held how long the lock is held there; {@code null} when sizes are unknown
     * @param restsOn what the finding rests on
     */
    public Finding priced(LockTime lockTime, @Nullable Estimate held, Evidence restsOn) {
        return new Finding(
                rule, severity, revision, file, line, statement, objects, lock, lockTime, passes, held, restsOn,
                message, rewrite, examples);
    }

    /** {@return what happens, which lock it takes, what that blocks, and for how long, in sentences} */
    public String text() {
        if (lock == null || time == null || !lock.mode().blocksWrites()) {
            return message;
        }
        String until = time.untilCommit() ? "until the transaction ends" : "while it runs";
        String duration = estimate == null ? "" : ", for " + estimate.inSentence();
        RelationSize size = time.size();
        String described = size == null ? "" : " (" + size.describe() + ")";
        return message + " It takes " + lock.mode().words() + " on " + lock.relation() + described + ": "
                + lock.mode().blocks() + " " + until + duration + ".";
    }

    /** {@return what stays the same when lines move: rule, revision and objects} */
    public String fingerprint() {
        return rule.id() + ":" + revision + ":" + String.join(",", objects);
    }
}
