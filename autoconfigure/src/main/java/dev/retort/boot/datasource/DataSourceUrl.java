/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.internal.jdbc.url.PostgresUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The URL of the application's {@code DataSource}, checked before a pool and the driver get it: both show the URL that they
 * do not accept, and it may contain a password.
 *
 * @since 0.1
 */
public final class DataSourceUrl {

    private static final String JDBC = "jdbc:";
    private static final String DRIVER = "jdbc:postgresql://";

    /** The driver's scheme, misspelled: another name of the product, a missing colon, or one slash. */
    private static final String MISSPELLED =
            "(?s)jdbc:(?:postgres:|postgre:|pgsql:|postgres(?:ql)?/|postgresql:/[^/]).*";

    private static final String SCHEME = "^(?:jdbc:)?(?:(?:postgres(?:ql)?|postgre|pgsql)(?::/{0,2}|/{1,2}))?";

    private DataSourceUrl() {}

    /**
     * Finds the error in a URL that PostgreSQL's driver does not accept.
     *
     * @param url the URL; those of other products and of drivers that wrap another are not checked
     * @return the error, with the URL to write instead, without user and password; {@code null} if there is none
     */
    public static @Nullable MigrationDataSourceException problem(String url) {
        return hasUsualForm(url)
                ? null
                : why(url).map(why -> MigrationDataSourceException.unusable(why, corrected(url)))
                        .orElse(null);
    }

    /** Nearly all have it, and each start asks: the patterns are compiled for the others only. */
    private static boolean hasUsualForm(String url) {
        int end = url.indexOf('?');
        String beforeParameters = end < 0 ? url : url.substring(0, end);
        return url.startsWith(DRIVER)
                && beforeParameters.indexOf('@') < 0
                && beforeParameters.indexOf('/', DRIVER.length()) == beforeParameters.lastIndexOf('/');
    }

    private static Optional<String> why(String url) {
        if (url.matches("(?s)postgres(?:ql)?:.*")) {
            return Optional.of(
                    "It has the form of libpq, and the driver accepts URLs that begin with jdbc:postgresql:.");
        }
        if (!url.startsWith(JDBC) || url.matches(MISSPELLED)) {
            return Optional.of("It does not begin with jdbc:postgresql://.");
        }
        return PostgresUrl.isUnreadableForDriver(url)
                ? Optional.of(
                        "The PostgreSQL driver accepts neither user and password before the host nor a second / after it.")
                : Optional.empty();
    }

    /** {@return the URL to write instead; its form, if it cannot be read} */
    private static String corrected(String url) {
        String plain = url.strip().replaceAll("^[\"']|[\"']$", "");
        return PostgresUrl.tryParse("postgresql://" + plain.replaceFirst(SCHEME, ""))
                .map(PostgresUrl::withoutSecrets)
                .orElse("jdbc:postgresql://host:port/database");
    }
}
