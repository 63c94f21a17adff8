/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties under {@code retort.}; an unknown key fails the startup.
 *
 * <p>The inherited properties are the settings of the application's only database, or the defaults of {@link #getDatabases()} if there are several.
 *
 * @since 0.1
 */
@ConfigurationProperties(prefix = "retort", ignoreUnknownFields = false)
public class RetortProperties extends DatabaseProperties {

    /** Databases by name. If there are any, only these are migrated; each has the keys of retort itself and inherits their values. */
    private final Map<String, DatabaseProperties> databases = new LinkedHashMap<>();

    private final Endpoint endpoint = new Endpoint();

    public Map<String, DatabaseProperties> getDatabases() {
        return databases;
    }

    public Endpoint getEndpoint() {
        return endpoint;
    }

    /** Settings of {@code /actuator/migrations}. */
    public static class Endpoint {

        /** Roles that may change a database through the endpoint. The endpoint is exposed over HTTP only with management.endpoints.web.exposure.include=health,migrations. */
        private List<String> roles = new ArrayList<>(List.of("MIGRATIONS_ADMIN"));

        /** When the endpoint shows the SQL of revisions, server messages of failures, paths, hosts and database users. */
        private ShowSql showSql = ShowSql.WHEN_AUTHORIZED;

        public List<String> getRoles() {
            return roles;
        }

        public void setRoles(List<String> roles) {
            this.roles = roles;
        }

        public ShowSql getShowSql() {
            return showSql;
        }

        public void setShowSql(ShowSql showSql) {
            this.showSql = showSql;
        }
    }

    /** When the endpoint shows the SQL of revisions, server messages of failures, paths, hosts and database users. */
    public enum ShowSql {
        /** Never. */
        NEVER,
        /** To authenticated principals with one of the endpoint's roles. */
        WHEN_AUTHORIZED,
        /** To all callers that may read the endpoint. */
        ALWAYS
    }
}
