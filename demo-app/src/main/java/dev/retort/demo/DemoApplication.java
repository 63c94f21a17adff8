/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** A shop whose database Retort migrates. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DemoApplication {

    /** Starts the shop. */
    public static void main(String[] args) {
        SpringApplication.run(DemoApplication.class, args);
    }

    /** Ticks in microseconds, as PostgreSQL's timestamps do. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
