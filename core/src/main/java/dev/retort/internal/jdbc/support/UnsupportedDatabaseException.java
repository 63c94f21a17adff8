/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.support;

import dev.retort.error.RetortException;
import java.util.Locale;

/** The database is not a PostgreSQL server of version 13 or later that accepts writes over a dedicated session. */
public final class UnsupportedDatabaseException extends RetortException {

    private static final long serialVersionUID = 1L;

    private static final String TO_THE_SERVER = "Set retort.url to the server itself, or to a pool in session mode.";

    private final String product;

    UnsupportedDatabaseException(String product, String what, String why, String action) {
        super(what, why, action);
        this.product = product;
    }

    static UnsupportedDatabaseException product(String product) {
        return new UnsupportedDatabaseException(
                product,
                "The migration's DataSource leads to " + product + ", not to PostgreSQL.",
                "Retort depends on PostgreSQL's locks, transactions and catalogs.",
                "Point the DataSource, or retort.url, to PostgreSQL 13 or later, or switch migrations off here with"
                        + " retort.enabled=false.");
    }

    static UnsupportedDatabaseException driver(String driver) {
        return new UnsupportedDatabaseException(
                "PostgreSQL",
                "The migration's connection is one of the driver " + driver + ".",
                "Retort needs pgjdbc (org.postgresql:postgresql), for COPY and for session details that only it"
                        + " provides,"
                        + " and a pool whose connections can be unwrapped to it.",
                "Use pgjdbc, or set retort.url to a jdbc:postgresql: URL.");
    }

    static UnsupportedDatabaseException driverVersion(String version) {
        return new UnsupportedDatabaseException(
                "PostgreSQL",
                "Retort needs pgjdbc 42.7.4 or later, and the driver is pgjdbc " + version + ".",
                "",
                "Update org.postgresql:postgresql; Spring Boot 4 manages a later version (postgresql.version).");
    }

    static UnsupportedDatabaseException version(String version) {
        return new UnsupportedDatabaseException(
                "PostgreSQL",
                "The server is PostgreSQL " + version + ".",
                "Retort needs version 13 or later.",
                "Upgrade the server, or switch migrations off with retort.enabled=false.");
    }

    static UnsupportedDatabaseException standby() {
        return new UnsupportedDatabaseException(
                "PostgreSQL",
                "The server is a standby (pg_is_in_recovery() is true).",
                "Migrations write, and only the primary accepts writes.",
                "Set retort.url to the primary, or use retort.on-startup=validate or wait on services that read from a"
                        + " standby.");
    }

    public static UnsupportedDatabaseException pooler(PoolMode mode, String evidence) {
        return new UnsupportedDatabaseException(
                "PostgreSQL",
                "The connection goes through a pooler in " + mode.name().toLowerCase(Locale.ROOT) + " mode.",
                evidence + " Session locks and settings would reach sessions of other clients.",
                TO_THE_SERVER);
    }

    public static UnsupportedDatabaseException poolerOfUnknownMode(String reason, Throwable cause) {
        UnsupportedDatabaseException unknown = new UnsupportedDatabaseException(
                "PostgreSQL",
                "The connection goes through a pooler, and Retort cannot tell whether it is in session mode.",
                "That takes a second connection, which could not be opened: " + reason + ".",
                TO_THE_SERVER + " A pool of the application needs two connections.");
        unknown.initCause(cause);
        return unknown;
    }

    /** {@return the product as it named itself} */
    public String product() {
        return product;
    }
}
