/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for the meters, which a meter registry binds after startup.
 *
 * @since 0.1
 */
@AutoConfiguration(afterName = "dev.retort.boot.autoconfigure.RetortAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(Retort.class)
@Import(MigrationStatusesConfiguration.class)
public final class MigrationsMetricsAutoConfiguration {

    @Bean
    RevisionMeters migrationsRevisionMeters(Databases databases, MigrationStatuses statuses) {
        return new RevisionMeters(databases, statuses);
    }

    @Bean
    RunMeters migrationsRunMeters() {
        return new RunMeters(System::nanoTime);
    }
}
