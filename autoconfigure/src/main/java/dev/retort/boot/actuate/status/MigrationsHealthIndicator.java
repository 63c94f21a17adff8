/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import dev.retort.boot.actuate.answer.Disclosure;
import dev.retort.boot.actuate.status.MigrationStatuses.Reading;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health indicator for migrations. {@code DOWN} only if the state of the database cannot be read. Pending, held,
 * ahead, changed and partial are details: the application runs against that database already, and taking it out of
 * service would turn a warning into an outage.
 *
 * @since 0.1
 */
public final class MigrationsHealthIndicator implements HealthIndicator {

    private final MigrationStatuses statuses;
    private final Retort database;

    public MigrationsHealthIndicator(MigrationStatuses statuses, Retort database) {
        this.statuses = statuses;
        this.database = database;
    }

    @Override
    public Health health() {
        Reading reading = statuses.of(database);
        if (reading instanceof Reading.Known known) {
            return up(known.status());
        }
        return Health.down()
                .withDetail("error", error(((Reading.Unavailable) reading).failure()))
                .build();
    }

    /** The caller is not known here, so the details are those for a reader; the log has the rest. */
    private static String error(RuntimeException failure) {
        return Disclosure.of(failure, false).message();
    }

    private static Health up(MigrationStatus status) {
        Health.Builder health = Health.up()
                .withDetail("current", status.current())
                .withDetail("heads", status.heads())
                .withDetail("upToDate", status.upToDate())
                .withDetail("ahead", status.ahead())
                .withDetail("held", status.held())
                .withDetail("pending", status.pending().size());
        mention(health, "changed", status, RevisionState.CHANGED);
        mention(health, "partial", status, RevisionState.PARTIAL);
        return health.build();
    }

    private static void mention(Health.Builder health, String key, MigrationStatus status, RevisionState state) {
        List<String> revisions = status.revisions().stream()
                .filter(each -> each.state() == state)
                .map(RevisionStatus::revision)
                .toList();
        if (!revisions.isEmpty()) {
            health.withDetail(key, revisions);
        }
    }
}
