/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where migrations connect to, when that is not where the application connects to.
 *
 * <p>A bean of this type takes the place of {@code retort.url}, {@code retort.username} and {@code retort.password}.
 * Containers and compose files make none: a {@code @ServiceConnection} gives the application its {@code DataSource},
 * migrations use that, and a user of migrations' own stays what the properties say.
 *
 * @since 0.1
 */
public interface MigrationConnectionDetails extends ConnectionDetails {

    /** {@return the JDBC URL; {@code null} for that of the application's DataSource} */
    @Nullable
    String getJdbcUrl();

    /** {@return the user; {@code null} for that of the application's DataSource} */
    @Nullable
    String getUsername();

    /** {@return the password of the user} */
    @Nullable
    String getPassword();
}
