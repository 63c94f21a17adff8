/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.error.RetortException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the database to migrate cannot be determined.
 *
 * @since 0.1
 */
public final class MigrationDataSourceException extends RetortException {

    private static final long serialVersionUID = 1L;

    private MigrationDataSourceException(String what, String why, String action) {
        this(what, why, action, null);
    }

    private MigrationDataSourceException(String what, String why, String action, @Nullable Throwable cause) {
        super(what, why, action, cause);
    }

    /** The message does not contain the URL, which may contain a password. */
    static MigrationDataSourceException noDriver(Throwable cause) {
        return new MigrationDataSourceException(
                "There is no JDBC driver for retort.url.",
                "No driver on the class path accepts it.",
                "Set retort.url to a URL that begins with jdbc:postgresql:, or add the driver.",
                cause);
    }

    /** The message contains the application's URL as it should be, without user and password. */
    static MigrationDataSourceException unusable(String why, String corrected) {
        return new MigrationDataSourceException(
                "The URL of the application's DataSource cannot be used.",
                why,
                "Write " + corrected + ", and set spring.datasource.username and spring.datasource.password.");
    }

    /** The message does not contain the URL. */
    static MigrationDataSourceException notJdbc(String key) {
        return new MigrationDataSourceException(
                "The URL of " + key + " cannot be used.",
                "It is not a JDBC URL.",
                "Write jdbc:postgresql://host:port/database, and set user and password separately.");
    }

    static MigrationDataSourceException notUnique(List<String> names) {
        return names.isEmpty() ? none() : ambiguous(names);
    }

    private static MigrationDataSourceException none() {
        return new MigrationDataSourceException(
                "Retort has no DataSource to migrate.",
                "There is no bean of type DataSource, and retort.url is not set.",
                "Set spring.datasource.url, or retort.url for a separate connection, or retort.enabled=false.");
    }

    private static MigrationDataSourceException ambiguous(List<String> names) {
        return new MigrationDataSourceException(
                "Retort cannot choose between " + names.size() + " DataSources: " + String.join(", ", names) + ".",
                "None of them has @Primary or @MigrationDataSource.",
                "Annotate one with @Primary or @MigrationDataSource, name one in retort.data-source, or"
                        + " configure each database to migrate under retort.databases.<name>.");
    }

    static MigrationDataSourceException notNamed(String bean, String key, List<String> names) {
        return new MigrationDataSourceException(
                "There is no DataSource bean named '" + bean + "'.",
                key + " names it. " + present(names),
                "Set " + key + " to the name of a DataSource bean.");
    }

    static MigrationDataSourceException notFoundFor(String database, List<String> names) {
        String key = "retort.databases." + database;
        return new MigrationDataSourceException(
                "Retort has no DataSource for database '" + database + "'.",
                key + " has neither url nor data-source, and no DataSource bean is named "
                        + String.join(
                                " or ", DataSourceBeans.candidates(database).toList()) + ". " + present(names),
                "Set " + key + ".url, or " + key + ".data-source to the name of a DataSource bean.");
    }

    private static String present(List<String> names) {
        return names.isEmpty() ? "There are no DataSource beans." : "There are: " + String.join(", ", names) + ".";
    }
}
