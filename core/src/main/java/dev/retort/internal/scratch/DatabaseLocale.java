/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Encoding and locale of a database, which decide how its texts are kept and compared.
 *
 * @param encoding such as {@code UTF8}
 * @param collate {@code LC_COLLATE}
 * @param ctype {@code LC_CTYPE}
 * @param provider {@code c} for the operating system's, {@code i} for ICU's, {@code b} for the server's own
 * @param locale the locale of ICU or the server's own; {@code null} with the operating system's
 * @param rules ICU's additional rules; {@code null} for none
 */
record DatabaseLocale(
        String encoding,
        String collate,
        String ctype,
        String provider,
        @Nullable String locale,
        @Nullable String rules) {

    static DatabaseLocale read(MigrationConnection connection) throws SQLException {
        return connection.queryOne(
                "SELECT pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype, "
                        + columns(connection.majorVersion())
                        + " FROM pg_catalog.pg_database"
                        + " WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database()",
                row -> new DatabaseLocale(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    private static String columns(int majorVersion) {
        if (majorVersion >= 17) {
            return "datlocprovider::pg_catalog.text, datlocale, daticurules";
        }
        if (majorVersion == 16) {
            return "datlocprovider::pg_catalog.text, daticulocale, daticurules";
        }
        return majorVersion == 15 ? "datlocprovider::pg_catalog.text, daticulocale, NULL" : "'c', NULL, NULL";
    }

    /** {@return the options of {@code CREATE DATABASE} on a server that knows this locale} */
    String options(int majorVersion) {
        StringBuilder options = new StringBuilder(encodingOption())
                .append(" LC_COLLATE ")
                .append(Identifiers.literal(collate))
                .append(" LC_CTYPE ")
                .append(Identifiers.literal(ctype));
        if (majorVersion >= 15) {
            options.append(" LOCALE_PROVIDER ").append(providerName());
        }
        if (locale != null) {
            options.append(provider.equals("b") ? " BUILTIN_LOCALE " : " ICU_LOCALE ")
                    .append(Identifiers.literal(locale));
        }
        if (rules != null) {
            options.append(" ICU_RULES ").append(Identifiers.literal(rules));
        }
        return options.toString();
    }

    /** {@return the part that every server knows} */
    String encodingOption() {
        return "ENCODING " + Identifiers.literal(encoding);
    }

    private String providerName() {
        return switch (provider) {
            case "i" -> "icu";
            case "b" -> "builtin";
            default -> "libc";
        };
    }
}
