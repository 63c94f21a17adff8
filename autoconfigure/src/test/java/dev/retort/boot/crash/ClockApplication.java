/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.crash;

import dev.retort.boot.autoconfigure.RetortAutoConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with a bean that a Java revision takes, for ahead-of-time processing. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, RetortAutoConfiguration.class})
class ClockApplication {

    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(ClockApplication.class, arguments)));
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2031-05-04T03:02:01Z"), ZoneOffset.UTC);
    }
}
