/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * The connection of migrations, if it differs from the application's.
 *
 * <p>A bean of this type takes the place of {@code retort.url}, {@code retort.username} and {@code retort.password}.
 * A {@code @ServiceConnection} and a service of a compose file create one too, which counts only if {@code retort.url} is
 * set: it takes its place. Otherwise they configure the application's {@code DataSource}, which migrations use; {@code
 * retort.username} still selects their user.
 *
 * @since 0.1
 */
public interface MigrationConnectionDetails extends ConnectionDetails {

    /** {@return the JDBC URL; {@code null} to use the application's DataSource} */
    @Nullable
    String getJdbcUrl();

    /** {@return the user; {@code null} to use that of the application's DataSource} */
    @Nullable
    String getUsername();

    /** {@return the password of the user} */
    @Nullable
    String getPassword();
}
