/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.offline;

import dev.retort.internal.history.HistorySql;
import dev.retort.internal.history.NamedStatement;
import dev.retort.internal.history.UnrunProof;
import dev.retort.internal.history.table.Tables;
import dev.retort.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that the ancestors of the version rows have run, by what the history proves of them. */
final class AncestorCheck {

    private static final String RAN = """
        WITH RECURSIVE {proof},
        need AS (SELECT * FROM ROWS FROM (
            pg_catalog.unnest({needing}),
            pg_catalog.unnest({needed})) AS need (revision, needed)),
        justified AS (
            SELECT version_row.revision FROM pg_catalog.unnest({rows}) AS version_row (revision)
            UNION
            SELECT next.revision FROM justified AS j CROSS JOIN LATERAL (
                SELECT need.needed FROM need WHERE need.revision OPERATOR(pg_catalog.=) j.revision
                    AND NOT EXISTS (SELECT FROM proof WHERE proof.revision OPERATOR(pg_catalog.=) j.revision)
                UNION ALL
                SELECT pg_catalog.unnest(proof.needs) FROM proof
                WHERE proof.revision OPERATOR(pg_catalog.=) j.revision) AS next (revision)),
        unproven AS (
            SELECT ancestor.revision FROM pg_catalog.unnest({ancestors}) AS ancestor (revision)
            WHERE NOT EXISTS (SELECT FROM proof WHERE proof.revision OPERATOR(pg_catalog.=) ancestor.revision))
        SELECT ARRAY(SELECT u.revision FROM unproven AS u WHERE NOT EXISTS (
                SELECT FROM justified AS j WHERE j.revision OPERATOR(pg_catalog.=) u.revision) ORDER BY 1),
            ARRAY(SELECT u.revision FROM unproven AS u ORDER BY 1)
        INTO unrun, assumed;
        """;

    private final Tables tables;
    private final CheckBlock block;

    AncestorCheck(Tables tables, CheckBlock block) {
        this.tables = tables;
        this.block = block;
    }

    /**
     * Requires that all ancestors of the rows have run; notes those of which the history says nothing, for
     * {@link HistorySql#firstStep}.
     *
     * @param rows the version rows
     * @param needs what each of them and of their ancestors needs
     * @param refused whether the script stops where one has not run
     */
    void ran(List<String> rows, Map<String, List<String>> needs, boolean refused) {
        String ancestors = NamedStatement.array(List.copyOf(needs.keySet()));
        block.append("    IF pg_catalog.to_regclass(")
                .append(Identifiers.literal(tables.in("{history}")))
                .append(") IS NULL THEN\n        assumed := ")
                .append(ancestors)
                .append(";\n    ELSE\n")
                .append(tables.in(RAN.replace("{proof}", UnrunProof.SQL.stripTrailing()))
                        .replace("{rows}", NamedStatement.array(rows))
                        .replace("{ancestors}", ancestors)
                        .replace("{needing}", NamedStatement.array(edges(needs, true)))
                        .replace("{needed}", NamedStatement.array(edges(needs, false)))
                        .indent(8))
                .append("    END IF;\n");
        if (refused) {
            block.when(
                    "pg_catalog.cardinality(unrun) OPERATOR(pg_catalog.>) 0",
                    "pg_catalog.concat('Not run, although an applied revision follows: ',"
                            + " pg_catalog.array_to_string(unrun, ', '), '.')",
                    "Applied scripts were changed after they ran and now depend on other revisions.",
                    "Move these revisions after the head, or stamp with --reason if the database already has their"
                            + " changes.");
        }
        block.append("    PERFORM pg_catalog.set_config('retort.assumed',"
                + " pg_catalog.array_to_string(assumed, ','), false);\n");
    }

    private static List<String> edges(Map<String, List<String>> needs, boolean from) {
        List<String> ends = new ArrayList<>();
        needs.forEach((revision, all) -> all.forEach(needed -> ends.add(from ? revision : needed)));
        return ends;
    }
}
