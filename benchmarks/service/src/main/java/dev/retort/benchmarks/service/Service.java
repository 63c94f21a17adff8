/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks.service;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts, asks its database one thing, as every service does sooner or later, and ends. */
@SpringBootApplication
public class Service {

    /**
     * Starts the service.
     *
     * @param arguments properties of Spring Boot
     */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = SpringApplication.run(Service.class, arguments);
        System.exit(SpringApplication.exit(context));
    }

    @Bean
    ApplicationRunner firstQuery(JdbcClient database) {
        return arguments -> database.sql("SELECT 1").query(Integer.class).single();
    }
}
