/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.boot.properties.RetortProperties;
import dev.retort.boot.properties.SystemProperties;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Logs that Retort is disabled if {@code retort.enabled} is {@code false}, and still rejects unknown keys.
 *
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "retort.enabled", havingValue = false)
@EnableConfigurationProperties(RetortProperties.class)
public final class DisabledRetortAutoConfiguration {

    /** A type that is initialized even under lazy initialization. */
    @Bean
    SmartInitializingSingleton retortDisabledReport(RetortProperties properties, Environment environment) {
        SystemProperties.requireKnownKeys(environment);
        return () -> LoggerFactory.getLogger(DisabledRetortAutoConfiguration.class)
                .info("Retort is disabled: retort.enabled is {}. No database is migrated.", properties.isEnabled());
    }
}
