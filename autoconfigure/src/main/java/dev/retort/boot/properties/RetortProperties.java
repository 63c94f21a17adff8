/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys under {@code retort.}; one that is not among them stops the start.
 *
 * <p>The inherited ones are the settings of the application's only database, or what each of {@link #getDatabases()}
 * starts from when there are several.
 *
 * @since 0.1
 */
@ConfigurationProperties(prefix = "retort", ignoreUnknownFields = false)
public class RetortProperties extends DatabaseProperties {

    /** Databases by name. With any, only these are migrated; each has the keys of retort itself and inherits their values. */
    private final Map<String, DatabaseProperties> databases = new LinkedHashMap<>();

    private final Endpoint endpoint = new Endpoint();

    public Map<String, DatabaseProperties> getDatabases() {
        return databases;
    }

    public Endpoint getEndpoint() {
        return endpoint;
    }

    /** What {@code /actuator/migrations} allows and shows. */
    public static class Endpoint {

        /** Roles of which a principal needs one to change a database through the endpoint. It is shown over HTTP only with management.endpoints.web.exposure.include=health,migrations. */
        private List<String> roles = new ArrayList<>(List.of("MIGRATIONS_ADMIN"));

        /** When the endpoint shows the SQL of revisions, what the server said of failures, paths, hosts and database users. */
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

    /** When the endpoint shows the SQL of revisions, what the server said of failures, paths, hosts and database users. */
    public enum ShowSql {
        /** To nobody. */
        NEVER,
        /** To authenticated principals with one of the endpoint's roles. */
        WHEN_AUTHORIZED,
        /** To whoever may read the endpoint. */
        ALWAYS
    }
}
