/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.datasource;

import dev.retort.error.RetortException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * It is not clear which database to migrate.
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

    /** The URL itself is not shown: it may hold a password. */
    static MigrationDataSourceException noDriver(Throwable cause) {
        return new MigrationDataSourceException(
                "Retort has no JDBC driver for the URL of its own connection.",
                "No driver on the class path accepts it.",
                "Set retort.url to a URL that begins with jdbc:postgresql:, or add the driver.",
                cause);
    }

    /** The URL of the application itself is not shown, likewise; the pool and the driver would show it. */
    static MigrationDataSourceException unreadable() {
        return new MigrationDataSourceException(
                "The URL of the application's DataSource cannot be used.",
                "The driver of PostgreSQL reads neither a user and a password before the host nor a second / behind"
                        + " it.",
                "Write jdbc:postgresql://host:port/database, and set spring.datasource.username and"
                        + " spring.datasource.password.");
    }

    /** The URL itself is not shown, likewise. */
    static MigrationDataSourceException notJdbc(String key) {
        return new MigrationDataSourceException(
                "The URL of " + key + " cannot be used.",
                "It is no JDBC URL.",
                "Write jdbc:postgresql://host:port/database, and set user and password by settings of their own.");
    }

    static MigrationDataSourceException notUnique(List<String> names) {
        return names.isEmpty() ? none() : ambiguous(names);
    }

    private static MigrationDataSourceException none() {
        return new MigrationDataSourceException(
                "Retort has no DataSource to migrate.",
                "There is no bean of type DataSource, and retort.url is not set.",
                "Set spring.datasource.url, or retort.url for a connection of its own, or retort.enabled=false.");
    }

    private static MigrationDataSourceException ambiguous(List<String> names) {
        return new MigrationDataSourceException(
                "Retort cannot choose one of " + names.size() + " DataSources: " + String.join(", ", names) + ".",
                "None of them is primary or marked for migrations.",
                "Mark one with @Primary or @MigrationDataSource, name one in retort.data-source,"
                        + " or describe each database that is to be migrated under retort.databases.<name>.");
    }

    static MigrationDataSourceException notNamed(String bean, String key, List<String> names) {
        return new MigrationDataSourceException(
                "There is no DataSource bean named '" + bean + "'.",
                key + " asks for it. " + present(names),
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
