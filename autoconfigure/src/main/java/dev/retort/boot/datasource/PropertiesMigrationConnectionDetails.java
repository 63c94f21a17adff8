/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.boot.MigrationConnectionDetails;
import dev.retort.boot.properties.DatabaseProperties;
import org.jspecify.annotations.Nullable;

/**
 * The separate connection in the properties of a database, if any.
 *
 * @since 0.1
 */
public record PropertiesMigrationConnectionDetails(DatabaseProperties properties)
        implements MigrationConnectionDetails {

    @Override
    public @Nullable String getJdbcUrl() {
        return properties.getUrl();
    }

    @Override
    public @Nullable String getUsername() {
        return properties.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
        return properties.getPassword();
    }
}
