/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import java.sql.SQLException;

/**
 * The address of an object in the catalog.
 *
 * @param catalog the table that describes it, {@code pg_class}
 * @param oid its row there
 * @param part the number of a column; zero for the whole
 */
public record ObjectAddress(String catalog, long oid, int part) {

    public static ObjectAddress of(String catalog, long oid) {
        return new ObjectAddress(catalog, oid, 0);
    }

    public static ObjectAddress relation(long oid) {
        return of("pg_class", oid);
    }

    public static ObjectAddress column(long relation, int number) {
        return new ObjectAddress("pg_class", relation, number);
    }

    public static ObjectAddress type(long oid) {
        return of("pg_type", oid);
    }

    /** Reads the columns {@code catalog}, {@code oid} and {@code part}. */
    public static ObjectAddress read(CatalogRow row) throws SQLException {
        return new ObjectAddress(row.text("catalog"), row.number("oid"), (int) row.number("part"));
    }

    public ObjectAddress whole() {
        return part == 0 ? this : of(catalog, oid);
    }
}
