/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import dev.retort.internal.sql.Identifiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The statements that keep Retort from reading or writing a table that can run code of another role: a trigger, a rule,
 * the expression of an index, the check of a domain, and the like would run with the rights of the migration's session.
 *
 * <p>A lock comes first, so that nothing changes between the check and the use. Both are separate statements before the
 * one that they protect, because the server runs code of an index already when it plans a query.
 */
public final class TableGuard {

    private static final String CHECK = resource("unsafe_table_check");

    private final Collection<String> trustedOwners;

    /**
     * Creates a guard.
     *
     * @param trustedOwners the roles that may own a table, besides superusers and the session user
     */
    public TableGuard(Collection<String> trustedOwners) {
        this.trustedOwners = trustedOwners;
    }

    /** How a table is locked while it is used. */
    public enum Lock {
        /** For reading; keeps the owner and the kind of the table. */
        ACCESS_SHARE,
        /** For writing; keeps triggers, foreign keys and indexes away too. */
        ROW_EXCLUSIVE;

        private String sql() {
            return name().replace('_', ' ');
        }
    }

    /**
     * {@return the statements to send before one that uses tables, in its transaction; the last of them fails with
     * 22P02 when a table is unsafe}
     *
     * @param lock the lock to take
     * @param tables the tables, as they are written in SQL
     */
    public List<String> before(Lock lock, List<String> tables) {
        return List.of(lock(lock, tables), "SELECT CAST((" + check(tables) + ") AS int)");
    }

    static String lock(Lock lock, List<String> tables) {
        return "LOCK TABLE " + String.join(", ", tables) + " IN " + lock.sql() + " MODE";
    }

    /** {@return a query for the name of one unsafe table; it takes a millisecond, and does not say why} */
    String check(List<String> tables) {
        return with(CHECK, tables) + "LIMIT 1";
    }

    /**
     * {@return a query for what makes tables unsafe: their name, the reason, and the statement that removes it}
     *
     * @param tables the tables, as they are written in SQL; those that do not exist are skipped
     */
    String reasons(List<String> tables) {
        return with(resource("unsafe_table_reasons"), tables);
    }

    private String with(String sql, List<String> tables) {
        List<String> names = new ArrayList<>();
        for (String table : tables) {
            names.add("pg_catalog.to_regclass(" + Identifiers.literal(table) + ")");
        }
        List<String> owners = new ArrayList<>();
        for (String owner : new TreeSet<>(trustedOwners)) {
            owners.add(Identifiers.literal(owner));
        }
        return sql.replace("{tables}", String.join(", ", names)).replace("{owners}", String.join(", ", owners));
    }

    private static String resource(String name) {
        try (InputStream in = TableGuard.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + ".sql is missing from Retort's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
