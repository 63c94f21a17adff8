/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.error.RetortException;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Stops the start on an older Spring Boot with one sentence, before a class of Spring Boot 4 is found missing. Uses only
 * what Spring Boot 3 has.
 */
final class SpringBootVersionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final int OLDEST = 4;

    private final String version;

    SpringBootVersionCheck() {
        this(SpringBootVersion.getVersion());
    }

    SpringBootVersionCheck(String version) {
        this.version = version;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Integer.parseInt(version.split("\\.")[0]) < OLDEST) {
            throw new RetortException(
                    "Retort needs Spring Boot 4.0 or later, and this application runs on Spring Boot " + version + ".",
                    "",
                    "Update Spring Boot, or remove the dependency dev.retort:retort-spring-boot-starter.");
        }
    }
}
