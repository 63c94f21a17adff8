/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import dev.retort.Retort;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for the migrations in {@code /actuator/info}.
 *
 * @since 0.1
 */
@AutoConfiguration(afterName = "dev.retort.boot.autoconfigure.RetortAutoConfiguration")
@ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
@ConditionalOnEnabledInfoContributor("migrations")
@ConditionalOnBean(Retort.class)
@Import(MigrationStatusesConfiguration.class)
public final class MigrationsInfoContributorAutoConfiguration {

    @Bean
    MigrationsInfoContributor migrationsInfoContributor(Databases databases, MigrationStatuses statuses) {
        return new MigrationsInfoContributor(databases, statuses);
    }
}
