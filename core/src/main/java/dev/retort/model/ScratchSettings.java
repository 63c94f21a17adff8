/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import dev.retort.internal.jdbc.url.PostgresUrl;
import dev.retort.internal.jdbc.url.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * The settings of scratch databases.
 *
 * @param url a database of the scratch server: {@code retort.scratch-url}; {@code null} for none
 * @param username its user; {@code null} leaves it to the URL
 * @param password its password; {@code null} leaves it to the URL
 * @since 0.1
 */
public record ScratchSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    /** {@return settings without a scratch server} */
    public static ScratchSettings none() {
        return new ScratchSettings(null, null, null);
    }

    /**
     * {@return the address of the server for scratch databases; {@code null} when {@code retort.scratch-url} is not
     * set}
     */
    @Nullable
    public ServerAddress address() {
        return url == null
                ? null
                : new ServerAddress(PostgresUrl.parse(url, "retort.scratch-url").as(username, password));
    }

    /** {@return the settings without the password} */
    @Override
    public String toString() {
        return url == null ? "none" : PostgresUrl.describe(url);
    }
}
