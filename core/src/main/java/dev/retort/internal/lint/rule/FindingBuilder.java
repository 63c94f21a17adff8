/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.price.Pricer;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LockMode;
import dev.retort.lint.LockTime;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import dev.retort.lint.TableLock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding while a rule puts it together; judged by the size of its table in the end. */
public final class FindingBuilder {

    private static final int SHOWN = 300;

    private final Rule rule;
    private final MeasuredStatement statement;
    private final List<String> objects = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private @Nullable String table;
    private @Nullable LockMode lock;
    private int passes;
    private Evidence evidence = Evidence.MEASURED;
    private String message = "";
    private @Nullable String rewrite;
    private @Nullable Severity severity;

    private FindingBuilder(Rule rule, MeasuredStatement statement) {
        this.rule = rule;
        this.statement = statement;
    }

    public static FindingBuilder of(Rule rule, MeasuredStatement statement) {
        return new FindingBuilder(rule, statement);
    }

    /** Adds a table, column or other object that the finding names. */
    public FindingBuilder object(String object) {
        if (!objects.contains(object)) {
            objects.add(object);
        }
        return this;
    }

    /** Sets the locked table, and the lock that the transaction holds on it after the statement. */
    public FindingBuilder on(long oid) {
        table = statement.name(oid);
        object(table);
        lock = statement.lock(oid);
        passes = statement.measured().scansOf(oid);
        return this;
    }

    public FindingBuilder evidence(Evidence other) {
        evidence = other;
        return this;
    }

    public FindingBuilder message(String sentence) {
        message = sentence;
        return this;
    }

    public FindingBuilder rewrittenAs(@Nullable String sql) {
        rewrite = sql;
        return this;
    }

    /** Adds keys of rows as examples. */
    public FindingBuilder with(List<String> keys) {
        examples.addAll(keys);
        return this;
    }

    /** Sets a severity that does not depend on sizes. */
    public FindingBuilder severity(Severity other) {
        severity = other;
        return this;
    }

    public Finding finding() {
        Measurement measured = statement.measured();
        RevisionContext revision = statement.revision();
        LockTime time = new LockTime(
                !measured.autocommit(),
                new Pricing(revision).passesHeld(measured, statement.position()),
                null,
                severity == null && rule.isTimed());
        Finding unpriced = new Finding(
                rule,
                severity == null ? rule.severity() : severity,
                revision.script().revision().id(),
                revision.script().source(),
                measured.statement().line(),
                shown(measured.statement().text()),
                objects,
                lock == null || table == null ? null : new TableLock(table, lock),
                time,
                passes,
                null,
                evidence,
                message,
                rewrite,
                examples);
        return new Pricer(revision.range().prices(), revision.range().settings()).price(unpriced);
    }

    public static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }
}
