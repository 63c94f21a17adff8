/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import dev.retort.boot.actuate.status.MigrationStatuses.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * Adds {@code migrations.<database>} with {@code current} and {@code heads} to {@code /actuator/info}.
 *
 * @since 0.1
 */
public final class MigrationsInfoContributor implements InfoContributor {

    private final Databases databases;
    private final MigrationStatuses statuses;

    MigrationsInfoContributor(Databases databases, MigrationStatuses statuses) {
        this.databases = databases;
        this.statuses = statuses;
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, Map<String, Object>> migrations = new LinkedHashMap<>();
        databases.byName().forEach((name, retort) -> migrations.put(name, describe(retort)));
        builder.withDetail("migrations", migrations);
    }

    /** The info endpoint may be public: only {@code health} shows why a database cannot be read. */
    private Map<String, Object> describe(Retort retort) {
        return statuses.of(retort) instanceof Reading.Known known
                ? Map.<String, Object>of(
                        "current",
                        known.status().current(),
                        "heads",
                        known.status().heads())
                : Map.<String, Object>of("available", false);
    }
}
