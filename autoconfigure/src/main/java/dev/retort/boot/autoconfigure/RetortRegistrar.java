/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.Retort;
import dev.retort.boot.properties.DatabaseProperties;
import dev.retort.boot.properties.RetortDatabases;
import java.util.Map;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** Registers the bean {@code retort}, or {@code <name>Retort} for each of {@code retort.databases}. */
final class RetortRegistrar implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        Map<String, DatabaseProperties> named = RetortDatabases.named(environment);
        // With ahead-of-time processing conditions are evaluated at build time; this is evaluated at each startup.
        if (named.isEmpty() && environment.getProperty("retort.enabled", Boolean.class, true)) {
            register(registry, RetortDatabases.SINGLE, "retort");
        }
        named.forEach((name, properties) -> {
            if (properties.isEnabled()) {
                register(registry, name, name + "Retort");
            }
        });
    }

    private static void register(BeanRegistry registry, String database, String beanName) {
        registry.registerBean(
                beanName,
                Retort.class,
                spec -> spec.description("Retort for database '" + database + "'")
                        .supplier(context -> context.bean(RetortFactory.class).create(database)));
    }
}
