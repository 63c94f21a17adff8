/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.event.MigrationListener;
import dev.retort.event.RunEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The timer {@code retort.run.duration} by database, operation and outcome.
 *
 * <p>A service migrates before the meter registry is created, and must not force its early creation: runs that end
 * before the binding are recorded when it happens.
 *
 * @since 0.1
 */
public final class RunMeters implements MigrationListener, MeterBinder {

    private final LongSupplier nanoTime;
    private final Map<UUID, Long> startedAt = new ConcurrentHashMap<>();
    private final List<Run> beforeBinding = new ArrayList<>();
    private final List<MeterRegistry> registries = new ArrayList<>();

    /**
     * Creates the listener.
     *
     * @param nanoTime a clock for durations, such as {@link System#nanoTime}
     */
    public RunMeters(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Run(String database, String operation, String outcome, Duration took) {

        void recordIn(MeterRegistry registry) {
            Timer.builder("retort.run.duration")
                    .description("Runs that changed a database or failed")
                    .tag("database", database)
                    .tag("operation", operation)
                    .tag("outcome", outcome)
                    .register(registry)
                    .record(took);
        }
    }

    @Override
    public void beforeRun(RunEvent run) {
        startedAt.put(run.runId(), nanoTime.getAsLong());
    }

    @Override
    public void afterRun(RunEvent run) {
        ended(run, "succeeded");
    }

    @Override
    public void onFailure(RunEvent run, Throwable failure) {
        ended(run, "failed");
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        registries.add(registry);
        beforeBinding.forEach(run -> run.recordIn(registry));
    }

    private void ended(RunEvent event, String outcome) {
        Long start = startedAt.remove(event.runId());
        if (start != null) {
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
            add(new Run(event.database(), event.operation().text(), outcome, took));
        }
    }

    private synchronized void add(Run run) {
        if (registries.isEmpty()) {
            beforeBinding.add(run);
        }
        registries.forEach(run::recordIn);
    }
}
