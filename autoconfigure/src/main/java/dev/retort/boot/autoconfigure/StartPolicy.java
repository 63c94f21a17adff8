/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.Retort;
import dev.retort.StartMode;
import dev.retort.boot.MigrationStrategy;
import dev.retort.boot.properties.RetortDatabases;
import dev.retort.run.RunResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.SpringProperties;

/** Decides whether and how a database is migrated at startup. */
final class StartPolicy {

    private final RetortDatabases databases;
    private final @Nullable MigrationStrategy strategy;

    StartPolicy(RetortDatabases databases, @Nullable MigrationStrategy strategy) {
        this.databases = databases;
        this.strategy = strategy;
    }

    /**
     * {@return why the database is not migrated; empty if it is}
     *
     * <p>A training run for an AOT cache, and AOT processing, run during the build, without a database.
     */
    Optional<String> reasonToSkip(String database) {
        if (TrainingRun.isActive()) {
            return Optional.of("this is a training run, spring.context.exit is onRefresh");
        }
        if (SpringProperties.getFlag("spring.aot.processing")) {
            return Optional.of("this is ahead-of-time processing, spring.aot.processing is true");
        }
        if (mode(database) == StartMode.NONE) {
            return Optional.of(databases.key(database, "on-startup") + " is none");
        }
        return Optional.empty();
    }

    Optional<RunResult> migrate(Retort retort) {
        return strategy != null
                ? strategy.migrate(retort)
                : retort.start(mode(retort.settings().name()));
    }

    private StartMode mode(String database) {
        return databases.get(database).getOnStartup();
    }
}
