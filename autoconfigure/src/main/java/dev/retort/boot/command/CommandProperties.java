/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The properties of a command, which override the application's: no web server, no migration at startup, no schema
 * creation.
 */
final class CommandProperties {

    private static final Map<String, Object> FIXED = Map.ofEntries(
            Map.entry("spring.main.web-application-type", "none"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.main.lazy-initialization", "true"),
            Map.entry("spring.main.log-startup-info", "false"),
            Map.entry("spring.main.keep-alive", "false"),
            Map.entry("retort.enabled", "true"),
            Map.entry("retort.on-startup", "none"),
            // Properties of Hibernate and Jakarta Persistence take precedence over ddl-auto.
            Map.entry("spring.jpa.hibernate.ddl-auto", "none"),
            Map.entry("spring.jpa.generate-ddl", "false"),
            Map.entry("spring.jpa.properties.hibernate.hbm2ddl.auto", "none"),
            Map.entry("spring.jpa.properties.jakarta.persistence.schema-generation.database.action", "none"),
            Map.entry("spring.jpa.properties.jakarta.persistence.schema-generation.scripts.action", "none"),
            // Otherwise a connection is opened to detect it.
            Map.entry("spring.data.jdbc.dialect", "postgresql"),
            Map.entry("spring.sql.init.mode", "never"),
            Map.entry("spring.flyway.enabled", "false"),
            Map.entry("spring.liquibase.enabled", "false"),
            Map.entry("spring.quartz.auto-startup", "false"),
            Map.entry("spring.quartz.jdbc.initialize-schema", "never"),
            Map.entry("spring.session.jdbc.initialize-schema", "never"),
            Map.entry("spring.batch.jdbc.initialize-schema", "never"),
            Map.entry("spring.integration.jdbc.initialize-schema", "never"));

    /** The file names that Docker Compose support looks for. */
    private static final List<String> COMPOSE_FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private CommandProperties() {}

    /**
     * {@return the properties}
     *
     * @param environment the application's properties
     * @param workingDirectory the folder of a compose file; without one, Docker Compose support fails
     */
    static Map<String, Object> of(Environment environment, Path workingDirectory) {
        Map<String, Object> properties = new LinkedHashMap<>(FIXED);
        boolean composed = environment.containsProperty("spring.docker.compose.file")
                || environment.containsProperty("spring.docker.compose.file[0]")
                || COMPOSE_FILES.stream().anyMatch(name -> Files.exists(workingDirectory.resolve(name)));
        if (!composed) {
            properties.put("spring.docker.compose.enabled", "false");
        }
        Binder.get(environment)
                .bind("retort.databases", Bindable.mapOf(String.class, Object.class))
                .orElseGet(Map::of)
                .keySet()
                .forEach(name -> {
                    properties.put("retort.databases." + name + ".enabled", "true");
                    properties.put("retort.databases." + name + ".on-startup", "none");
                });
        return properties;
    }
}
