/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.lint.Estimate;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LintSettings;
import dev.retort.lint.LockMode;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import dev.retort.lint.TableLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding while a rule puts it together; judged by the size of its table in the end. */
final class Draft {

    private static final int SHOWN = 300;

    private final Rule rule;
    private final Subject subject;
    private final List<String> objects = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private @Nullable String table;
    private @Nullable LockMode lock;
    private int passes;
    private Evidence evidence = Evidence.MEASURED;
    private String message = "";
    private @Nullable String rewrite;
    private @Nullable Severity severity;

    private Draft(Rule rule, Subject subject) {
        this.rule = rule;
        this.subject = subject;
    }

    static Draft of(Rule rule, Subject subject) {
        return new Draft(rule, subject);
    }

    /** Says what it is about. */
    Draft about(String object) {
        if (!objects.contains(object)) {
            objects.add(object);
        }
        return this;
    }

    /** Says which table is locked and how; the lock is the one that the transaction has after the statement. */
    Draft on(long oid) {
        table = subject.name(oid);
        about(table);
        lock = subject.lock(oid);
        passes = subject.measured().scansOf(oid);
        return this;
    }

    Draft evidence(Evidence other) {
        evidence = other;
        return this;
    }

    Draft saying(String sentence) {
        message = sentence;
        return this;
    }

    Draft rewrittenAs(@Nullable String sql) {
        rewrite = sql;
        return this;
    }

    /** Names rows of the database. */
    Draft with(List<String> keys) {
        examples.addAll(keys);
        return this;
    }

    /** Says how much it counts, whatever sizes are. */
    Draft severity(Severity other) {
        severity = other;
        return this;
    }

    Finding finding() {
        Measurement measured = subject.measured();
        Estimate held = new Pricing(subject.revision())
                .held(measured, subject.position())
                .orElse(null);
        boolean sized = table != null && size().isPresent() && evidence == Evidence.MEASURED;
        return new Finding(
                rule,
                judged(held),
                subject.revision().script().revision().id(),
                subject.revision().script().source(),
                measured.statement().line(),
                shown(measured.statement().text()),
                objects,
                lock == null || table == null ? null : new TableLock(table, lock),
                passes,
                held,
                sized ? Evidence.MEASURED_SIZED : evidence,
                message + lockSentence(held),
                rewrite,
                examples);
    }

    private Optional<RelationSize> size() {
        return table == null
                ? Optional.empty()
                : subject.revision().range().prices().size(table);
    }

    static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }

    private String lockSentence(@Nullable Estimate held) {
        if (lock == null || table == null || !lock.blocksWrites()) {
            return "";
        }
        String until = subject.measured().autocommit() ? "while it runs" : "until the transaction ends";
        String time = held == null ? "" : ", for " + held.inSentence();
        String size = size().map(known -> " (" + known.describe() + ")").orElse("");
        return " It takes " + lock.words() + " on " + table + size + ": " + lock.blocks() + " " + until + time + ".";
    }

    private Severity judged(@Nullable Estimate held) {
        LintSettings settings = subject.revision().range().settings();
        Severity own = settings.severity(rule);
        if (settings.severities().containsKey(rule) || own == Severity.OFF) {
            return own;
        }
        if (severity != null) {
            return severity;
        }
        return rule.isTimed() ? bySize(settings, own, held) : own;
    }

    private Severity bySize(LintSettings settings, Severity own, @Nullable Estimate held) {
        if (held == null || size().isEmpty()) {
            return switch (settings.unknownSize()) {
                case WARN -> own.compareTo(Severity.WARNING) > 0 ? Severity.WARNING : own;
                case LARGE -> own;
                case SMALL -> Severity.INFO;
            };
        }
        Duration limit =
                lock != null && lock.blocksReads() ? settings.maxBlockingReads() : settings.maxBlockingWrites();
        if (held.low().compareTo(limit) > 0) {
            return own;
        }
        return held.high().compareTo(limit) > 0 ? Severity.WARNING : Severity.INFO;
    }
}
