/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.ServerAnswer;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.scratch.DatabaseTemplate.Extension;
import dev.retort.internal.scratch.PreparedObjects.MissingExtension;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an empty scratch database resemble the real one: schemas, extensions, settings of the session. */
final class Preparation {

    private static final Logger log = LoggerFactory.getLogger(Preparation.class);

    private final MigrationConnection connection;
    private final DatabaseTemplate template;
    private final List<String> extensions = new ArrayList<>();
    private final List<MissingExtension> missing = new ArrayList<>();

    Preparation(MigrationConnection connection, DatabaseTemplate template) {
        this.connection = connection;
        this.template = template;
    }

    PreparedObjects prepare(ScratchHost.Kind host) throws SQLException {
        set(Map.of("synchronous_commit", "off", "client_min_messages", "warning"));
        if (host == ScratchHost.Kind.REAL) {
            set(template.settings());
        }
        Set<String> schemas = new LinkedHashSet<>(template.schemas());
        schemas.addAll(template.searchPath());
        for (String schema : schemas) {
            connection.execute("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(schema));
        }
        for (Extension extension : template.extensions()) {
            make(extension);
        }
        set(Map.of(
                "search_path",
                template.searchPath().stream().map(Identifiers::quote).collect(Collectors.joining(", "))));
        return new PreparedObjects(List.copyOf(schemas), extensions, missing);
    }

    private void set(Map<String, String> settings) throws SQLException {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            connection.query(
                    "SELECT pg_catalog.set_config(?, ?, false)",
                    row -> row.getString(1),
                    setting.getKey(),
                    setting.getValue());
        }
    }

    /** In the version of the real database; where the server no longer has that, in its own. */
    private void make(Extension extension) throws SQLException {
        String create = "CREATE EXTENSION IF NOT EXISTS " + Identifiers.quote(extension.name()) + " SCHEMA "
                + Identifiers.quote(extension.schema());
        SQLException refused = refusal(create + " VERSION " + Identifiers.literal(extension.version()));
        if (refused != null) {
            refused = refusal(create);
            if (refused == null) {
                log.info(
                        "The extension {} is not available in version {}: the scratch database has the server's own"
                                + " version",
                        extension.name(),
                        extension.version());
            }
        }
        if (refused == null) {
            extensions.add(extension.name());
        } else {
            missing.add(new MissingExtension(
                    extension.name(), ServerAnswer.of(refused).message()));
        }
    }

    private @Nullable SQLException refusal(String sql) throws SQLException {
        try {
            connection.execute(sql);
            return null;
        } catch (SQLException e) {
            if (SqlState.isConnectionLost(e)) {
                throw e;
            }
            return e;
        }
    }
}
