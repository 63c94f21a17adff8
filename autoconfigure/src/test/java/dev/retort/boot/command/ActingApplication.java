/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import dev.retort.diff.DifferenceCustomizer;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** An application with beans that act on their own: each prints a line to standard output. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@AutoConfigurationPackage
@EnableScheduling
class ActingApplication {

    static final String ACTED = "ACTED: ";

    public static void main(String[] arguments) {
        System.exit(SpringApplication.exit(SpringApplication.run(ActingApplication.class, arguments)));
    }

    private static void acted(String who) {
        System.out.println(ACTED + who);
    }

    @Bean
    ApplicationRunner runner() {
        return arguments -> acted("runner");
    }

    @Bean
    ApplicationListener<ContextRefreshedEvent> listener() {
        return event -> acted("application listener");
    }

    @EventListener
    void hear(ApplicationStartedEvent event) {
        acted("event listener");
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MILLISECONDS)
    void everyMillisecond() {
        acted("scheduled method");
    }

    @Bean
    @Lazy(false)
    Object eager(EntityManagerFactory factory) {
        acted("eager bean");
        return factory;
    }

    @Bean
    SmartLifecycle lifecycle() {
        return new SmartLifecycle() {
            @Override
            public void start() {
                acted("lifecycle bean");
            }

            @Override
            public void stop() {
                acted("lifecycle bean's end");
            }

            @Override
            public boolean isRunning() {
                return false;
            }
        };
    }

    @Bean
    @Order(2)
    DifferenceCustomizer second() {
        return (difference, context) -> difference;
    }

    @Bean
    @Order(1)
    DifferenceCustomizer first() {
        return (difference, context) -> difference;
    }

    @Entity(name = "made_by_hibernate")
    static class MadeByHibernate {
        @Id
        long id;
    }
}
