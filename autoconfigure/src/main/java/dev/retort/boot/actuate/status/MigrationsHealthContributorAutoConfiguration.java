/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for the health contributor {@code migrations}: one indicator, or one for each of several
 * databases.
 *
 * @since 0.1
 */
@AutoConfiguration(afterName = "dev.retort.boot.autoconfigure.RetortAutoConfiguration")
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("migrations")
@ConditionalOnBean(Retort.class)
@Import(MigrationStatusesConfiguration.class)
public final class MigrationsHealthContributorAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = {"migrationsHealthContributor", "migrationsHealthIndicator"})
    HealthContributor migrationsHealthContributor(Databases databases, MigrationStatuses statuses) {
        Map<String, Retort> byName = databases.byName();
        return byName.size() == 1
                ? indicator(statuses, byName.values().iterator().next())
                : CompositeHealthContributor.fromMap(byName, database -> indicator(statuses, database));
    }

    private static HealthIndicator indicator(MigrationStatuses statuses, Retort database) {
        return new MigrationsHealthIndicator(statuses, database);
    }
}
