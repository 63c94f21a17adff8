/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.error.RetortException;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Stops the startup on an older Spring Boot with a clear message, before a class of Spring Boot 4 is missing. Uses
 * only classes of Spring Boot 3.
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
                    "Retort requires Spring Boot 4.0 or later, but this application runs on Spring Boot " + version
                            + ".",
                    "",
                    "Update Spring Boot, or remove the dependency dev.retort:retort-spring-boot-starter.");
        }
    }
}
