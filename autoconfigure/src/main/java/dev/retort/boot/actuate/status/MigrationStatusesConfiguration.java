/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.status;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The cached state of databases, shared by endpoint, health, info and meters.
 *
 * @since 0.1
 */
@Configuration(proxyBeanMethods = false)
public class MigrationStatusesConfiguration {

    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    @Bean
    MigrationStatuses migrationStatuses() {
        return new MigrationStatuses(InstantSource.system(), FRESH_FOR);
    }

    @Bean
    Databases migrationDatabases(ApplicationContext context) {
        return new Databases(context);
    }
}
