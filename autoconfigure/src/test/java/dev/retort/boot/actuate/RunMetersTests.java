/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.actuate.status.RunMeters;
import dev.retort.event.RunEvent;
import dev.retort.migration.RunArguments;
import dev.retort.run.RunKind;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunMetersTests {

    private Duration now = Duration.ZERO;
    private final RunMeters meters = new RunMeters(() -> now.toNanos());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private static RunEvent run(RunKind operation) {
        return new RunEvent(
                "billing", UUID.randomUUID(), operation, List.of(), List.of(), List.of(), RunArguments.none());
    }

    private void run(RunEvent run, Duration took) {
        meters.beforeRun(run);
        now = now.plus(took);
    }

    private Timer timer(String operation, String outcome) {
        return registry.get("retort.run.duration")
                .tag("database", "billing")
                .tag("operation", operation)
                .tag("outcome", outcome)
                .timer();
    }

    @Test
    void keepsTheRunOfTheStartUntilThereIsARegistry() {
        RunEvent run = run(RunKind.UPGRADE);
        run(run, Duration.ofSeconds(3));
        meters.afterRun(run);

        meters.bindTo(registry);

        assertThat(timer("upgrade", "succeeded").count()).isEqualTo(1);
        assertThat(timer("upgrade", "succeeded").totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void recordsLaterRunsAtOnce() {
        meters.bindTo(registry);

        RunEvent run = run(RunKind.DOWNGRADE);
        run(run, Duration.ofSeconds(2));
        meters.onFailure(run, new IllegalStateException());

        assertThat(timer("downgrade", "failed").totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void ignoresAFailureBeforeTheRunBegan() {
        meters.bindTo(registry);

        meters.onFailure(run(RunKind.UPGRADE), new IllegalStateException());

        assertThat(registry.find("retort.run.duration").timers()).isEmpty();
    }
}
