/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.Retort;
import dev.retort.boot.actuate.page.BrowserPage;
import dev.retort.boot.actuate.page.PageConfiguration;
import dev.retort.boot.actuate.status.Databases;
import dev.retort.boot.actuate.status.MigrationStatuses;
import dev.retort.boot.actuate.status.MigrationStatusesConfiguration;
import dev.retort.boot.properties.RetortProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for the endpoint {@code migrations}, if it is exposed and its access is not {@code none}.
 *
 * @since 0.1
 */
@AutoConfiguration(afterName = "dev.retort.boot.autoconfigure.RetortAutoConfiguration")
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
@ConditionalOnBean(Retort.class)
@EnableConfigurationProperties(RetortProperties.class)
@Import({MigrationStatusesConfiguration.class, WriteInspectionConfiguration.class, PageConfiguration.class})
public final class MigrationsEndpointAutoConfiguration {

    @Bean
    Authorization migrationsAuthorization(RetortProperties properties) {
        return new Authorization(
                properties.getEndpoint().getRoles(), properties.getEndpoint().getShowSql());
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsEndpoint migrationsEndpoint(Databases databases, Authorization authorization) {
        return new MigrationsEndpoint(databases, authorization);
    }

    @Bean
    @ConditionalOnBean(MigrationsEndpoint.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
    MigrationsEndpointWebExtension migrationsEndpointWebExtension(
            MigrationsEndpoint endpoint, Authorization authorization, WriteOperations writes, BrowserPage page) {
        return new MigrationsEndpointWebExtension(endpoint, authorization, writes, page);
    }

    @Bean
    @ConditionalOnBean(MigrationsEndpoint.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint(endpoint = MigrationsEndpoint.class, exposure = EndpointExposure.WEB)
    WriteOperations migrationsWriteOperations(
            Databases databases,
            MigrationStatuses statuses,
            Authorization authorization,
            ApplicationEventPublisher publisher) {
        return new WriteOperations(databases, statuses, authorization, new MigrationAudit(publisher));
    }

    @Bean
    @ConditionalOnBean(WriteOperations.class)
    @ConditionalOnMissingBean
    WriteArgumentsAdvisor migrationsWriteArgumentsAdvisor(WriteOperations writes, OpenInspections inspections) {
        return new WriteArgumentsAdvisor(writes, inspections);
    }
}
