/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate;

import java.util.Map;
import org.hibernate.cfg.AvailableSettings;

/**
 * Settings with which Hibernate builds its metadata for a PostgreSQL server without a connection.
 *
 * @since 0.1
 */
public final class OfflineSettings {

    private OfflineSettings() {}

    /**
     * {@return settings that override an application's settings; an explicit {@code hibernate.dialect} remains}
     *
     * @param majorVersion the version of the server that the statements are for, such as 17
     */
    public static Map<String, Object> of(int majorVersion) {
        return Map.of(
                AvailableSettings.ALLOW_METADATA_ON_BOOT, "false",
                AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL",
                AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, Integer.toString(majorVersion),
                AvailableSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, "0");
    }
}
