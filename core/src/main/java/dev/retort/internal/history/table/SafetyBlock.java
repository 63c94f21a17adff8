/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history.table;

import dev.retort.internal.history.table.TableGuard.Lock;
import dev.retort.internal.sql.Identifiers;
import java.util.List;

/** The check of {@link TableGuard} as PL/pgSQL, for scripts, which cannot query the reasons afterwards. */
public final class SafetyBlock {

    /** The variables that the checks need. */
    public static final String VARIABLES = """
        unsafe_name pg_catalog.text;
        unsafe_reason pg_catalog.text;
        unsafe_remedy pg_catalog.text;
        """.indent(4);

    private final Tables tables;

    public SafetyBlock(Tables tables) {
        this.tables = tables;
    }

    /**
     * {@return the statements that lock the tables that exist, and stop the script with the reason when one is unsafe}
     */
    public String checkExisting() {
        StringBuilder text = new StringBuilder();
        for (String table : tables.all()) {
            text.append("    IF ")
                    .append(exists(table))
                    .append(" THEN ")
                    .append(TableGuard.lock(Lock.ACCESS_SHARE, List.of(table)))
                    .append("; END IF;\n");
        }
        return text.append("""
                SELECT unsafe.name, unsafe.reason, unsafe.remedy INTO unsafe_name, unsafe_reason, unsafe_remedy FROM (
            %s        ) AS unsafe LIMIT 1;
                IF unsafe_name IS NOT NULL THEN
                    RAISE EXCEPTION USING
                        MESSAGE = pg_catalog.concat('Retort does not use ', unsafe_name,
                            ': it could run code of another role with the rights of this session.'),
                        DETAIL = pg_catalog.concat('Of ', unsafe_name, ': ', unsafe_reason, '.'),
                        HINT = pg_catalog.concat('Run as the owner or as a superuser: ', unsafe_remedy);
                END IF;
            """.formatted(tables.guard().reasons(tables.all()).indent(8)))
                .toString();
    }

    /** {@return the statements that lock all tables, and stop the script when one is unsafe} */
    String checkAll() {
        return """
                %s;
                unsafe_name := (
            %s    );
                IF unsafe_name IS NOT NULL THEN
                    RAISE EXCEPTION USING
                        MESSAGE = pg_catalog.concat('The table ', unsafe_name,
                            ' could run code of another role with the rights of this session.'),
                        DETAIL = 'It changed while this script ran.',
                        HINT = 'Run the script again: it shows the reason and the statement that fixes it.';
                END IF;
            """.formatted(
                        TableGuard.lock(Lock.ROW_EXCLUSIVE, tables.all()),
                        tables.guard().check(tables.all()).indent(8));
    }

    /** {@return a condition that a relation exists} */
    static String exists(String table) {
        return "pg_catalog.to_regclass(" + Identifiers.literal(table) + ") IS NOT NULL";
    }
}
