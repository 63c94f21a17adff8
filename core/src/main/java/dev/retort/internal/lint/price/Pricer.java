/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.price;

import dev.retort.lint.Estimate;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LintSettings;
import dev.retort.lint.LockTime;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Severity;
import dev.retort.lint.TableLock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges findings by the sizes of one database.
 *
 * @param prices what passes take there
 * @param settings severities and limits
 */
public record Pricer(Prices prices, LintSettings settings) {

    /** {@return a finding with the estimate and the severity that it has with these sizes} */
    public Finding price(Finding finding) {
        LockTime time = finding.time();
        if (time == null) {
            return finding.withSeverity(severity(finding, null));
        }
        Estimate held = prices.of(time.passes()).orElse(null);
        RelationSize size =
                size(finding.objects().isEmpty() ? null : lockedTable(finding)).orElse(null);
        Finding priced = finding.priced(
                new LockTime(time.untilCommit(), time.passes(), size, time.decides()), held, evidence(finding, size));
        return priced.withSeverity(severity(priced, held));
    }

    private static @Nullable String lockedTable(Finding finding) {
        TableLock lock = finding.lock();
        return lock == null ? null : lock.relation();
    }

    private Optional<RelationSize> size(@Nullable String table) {
        return table == null ? Optional.empty() : prices.size(table);
    }

    private static Evidence evidence(Finding finding, @Nullable RelationSize size) {
        boolean measured = finding.evidence() == Evidence.MEASURED || finding.evidence() == Evidence.MEASURED_SIZED;
        return !measured ? finding.evidence() : size == null ? Evidence.MEASURED : Evidence.MEASURED_SIZED;
    }

    private Severity severity(Finding finding, @Nullable Estimate held) {
        Severity own = settings.severity(finding.rule());
        if (settings.severities().containsKey(finding.rule()) || own == Severity.OFF) {
            return own;
        }
        LockTime time = finding.time();
        return time == null || !time.decides() ? finding.severity() : bySize(finding, own, held);
    }

    private Severity bySize(Finding finding, Severity own, @Nullable Estimate held) {
        LockTime time = finding.time();
        if (held == null || time == null || time.size() == null || time.passes().isEmpty()) {
            return switch (settings.unknownSize()) {
                case WARN -> own.compareTo(Severity.WARNING) > 0 ? Severity.WARNING : own;
                case LARGE -> own;
                case SMALL -> Severity.INFO;
            };
        }
        boolean reads = finding.lock() != null && finding.lock().mode().blocksReads();
        Duration limit = reads ? settings.maxBlockingReads() : settings.maxBlockingWrites();
        if (held.low().compareTo(limit) > 0) {
            return own;
        }
        return held.high().compareTo(limit) > 0 ? Severity.WARNING : Severity.INFO;
    }
}
