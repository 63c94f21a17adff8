/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import dev.retort.boot.actuate.status.MigrationStatuses.Reading;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Gauges for the state of databases: {@code retort.revisions} by database and state, and {@code retort.held} by
 * database. Binding reads nothing; a scrape reads a status at most a few seconds old, and gets {@code NaN} if the
 * database does not answer.
 *
 * @since 0.1
 */
public final class RevisionMeters implements MeterBinder {

    private final Databases databases;
    private final MigrationStatuses statuses;

    RevisionMeters(Databases databases, MigrationStatuses statuses) {
        this.databases = databases;
        this.statuses = statuses;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        databases.byName().forEach((name, retort) -> {
            for (RevisionState state : RevisionState.values()) {
                Gauge.builder("retort.revisions", retort, measured(status -> count(status, state)))
                        .description("Revisions by state in the database")
                        .baseUnit("revisions")
                        .tag("database", name)
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            Gauge.builder("retort.held", retort, measured(status -> status.held() ? 1 : 0))
                    .description("1 while the hold of a downgrade stops starting services from upgrading")
                    .tag("database", name)
                    .register(registry);
        });
    }

    private ToDoubleFunction<Retort> measured(ToDoubleFunction<MigrationStatus> measure) {
        return retort ->
                statuses.of(retort) instanceof Reading.Known known ? measure.applyAsDouble(known.status()) : Double.NaN;
    }

    private static double count(MigrationStatus status, RevisionState state) {
        return status.revisions().stream().filter(each -> each.state() == state).count();
    }
}
