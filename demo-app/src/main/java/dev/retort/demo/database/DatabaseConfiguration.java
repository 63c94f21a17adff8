/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoServerIsNamed.class)
class DatabaseConfiguration {

    /** Closed with the context after the beans that depend on it: the pool closes before the server. */
    @Bean
    EmbeddedServer embeddedServer(@Value("${demo.data-directory:}") String configured) {
        Path directory = StringUtils.hasText(configured) ? Path.of(configured) : DataDirectory.usual(Path.of(""));
        return EmbeddedServer.open(new DataDirectory(directory));
    }

    /** Takes precedence over {@code spring.datasource.*}. */
    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
        return new EmbeddedConnectionDetails(server.url());
    }

    static final class NoServerIsNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("POSTGRES_HOST"));
        }
    }

    private record EmbeddedConnectionDetails(String url) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return "postgres";
        }

        /** The server uses trust authentication for local connections. */
        @Override
        public String getPassword() {
            return "";
        }
    }
}
