/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.Retort;
import dev.retort.boot.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.run.RunResult;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.Ordered;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Migrates all databases when it is initialized, and logs one line for each.
 *
 * <p>A {@link dev.retort.boot.MigrationStrategy} bean replaces the migration.
 *
 * @since 0.1
 */
public final class RetortInitializer implements InitializingBean, Ordered {

    private static final Logger logger = LoggerFactory.getLogger(RetortInitializer.class);

    private final List<Retort> retorts;
    private final StartPolicy policy;
    private final StartReport report;
    private final ApplicationStartup startup;

    RetortInitializer(List<Retort> retorts, StartPolicy policy, StartReport report, ApplicationStartup startup) {
        this.retorts = retorts;
        this.policy = policy;
        this.report = report;
        this.startup = startup;
    }

    /**
     * Migrates the databases one after the other.
     *
     * @throws MigrationFailedException if the migration of one of them fails
     */
    @Override
    public void afterPropertiesSet() {
        if (TrainingRun.isActive()) {
            TrainingRun.loadClasses();
            retorts.forEach(TrainingRun::rehearse);
        }
        report.warnings().forEach(logger::warn);
        for (int i = 0; i < retorts.size(); i++) {
            initialize(retorts.get(i), i == retorts.size() - 1 ? report : report.withoutHint());
        }
    }

    @Override
    public int getOrder() {
        return 0;
    }

    private void initialize(Retort retort, StartReport report) {
        String database = retort.settings().name();
        Optional<String> reason = policy.reasonToSkip(database);
        if (reason.isPresent()) {
            logger.info(report.notMigrated(database, reason.get()));
            return;
        }
        StartupStep step = startup.start("retort.migrate").tag("database", database);
        try {
            report.otherTools().refuseBeside(retort.settings());
            Optional<RunResult> result = policy.migrate(retort);
            if (result.isPresent()) {
                tag(step, result.get());
            }
            logger.info(report.done(database, result));
        } catch (RetortException e) {
            step.tag("failure", e.what());
            throw new MigrationFailedException(database, e);
        } finally {
            step.end();
        }
    }

    private static void tag(StartupStep step, RunResult result) {
        step.tag("before", String.join(" ", result.before()))
                .tag("after", String.join(" ", result.after()))
                .tag("found", String.valueOf(result.found()))
                .tag("applied", String.valueOf(result.steps().size()));
    }
}
