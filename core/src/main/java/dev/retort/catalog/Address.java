/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.catalog;

import java.sql.SQLException;

/**
 * How the catalog itself names an object.
 *
 * @param catalog the table that describes it, {@code pg_class}
 * @param oid its row there
 * @param part the number of a column; zero for the whole
 */
record Address(String catalog, long oid, int part) {

    static Address of(String catalog, long oid) {
        return new Address(catalog, oid, 0);
    }

    static Address relation(long oid) {
        return of("pg_class", oid);
    }

    static Address column(long relation, int number) {
        return new Address("pg_class", relation, number);
    }

    static Address type(long oid) {
        return of("pg_type", oid);
    }

    /** Reads the columns {@code catalog}, {@code oid} and {@code part}. */
    static Address read(CatalogRow row) throws SQLException {
        return new Address(row.text("catalog"), row.number("oid"), (int) row.number("part"));
    }

    Address whole() {
        return part == 0 ? this : of(catalog, oid);
    }
}
