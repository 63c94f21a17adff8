/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The proof in the history that an applied revision has run: its own run, or a row that covers it, such as a stamp.
 *
 * @param needs the ids of what it needed when it ran, or when a changed script of it was accepted since; none where another row
 *     covers it, because that row covers its ancestors too
 */
public record UnrunProof(List<String> needs) {

    /** Copies the ids. */
    public UnrunProof {
        needs = List.copyOf(needs);
    }

    UnrunProof and(UnrunProof other) {
        List<String> all = new ArrayList<>(needs);
        all.addAll(other.needs);
        return new UnrunProof(all);
    }

    /**
     * The expressions of a query that end in {@code proof (revision, needs)}. A stamp begins again: only it, and what was recorded since, counts.
     * Rows of a run cover what another tool, such as Alembic, had applied before.
     */
    public static final String SQL = """
        stamp AS (SELECT coalesce(pg_catalog.max(id), 0) AS id FROM {history}
            WHERE outcome OPERATOR(pg_catalog.=) 'succeeded' AND operation OPERATOR(pg_catalog.=) 'stamp'),
        step AS (SELECT DISTINCT ON (revision) revision, id, operation, down_revisions, depends_on FROM {history}
            WHERE outcome OPERATOR(pg_catalog.=) 'succeeded'
                AND operation OPERATOR(pg_catalog.=) ANY ('{upgrade,downgrade}') AND revision IS NOT NULL
            ORDER BY revision, id DESC),
        covered AS (SELECT known.revision, pg_catalog.max(h.id) AS id
            FROM {history} AS h CROSS JOIN LATERAL pg_catalog.unnest(h.known_revisions) AS known (revision)
            WHERE h.outcome OPERATOR(pg_catalog.=) 'succeeded'
                AND h.operation OPERATOR(pg_catalog.=) ANY ('{upgrade,downgrade,stamp}')
            GROUP BY known.revision),
        proof AS (
            SELECT s.revision, s.down_revisions OPERATOR(pg_catalog.||) s.depends_on OPERATOR(pg_catalog.||) ARRAY(
                    SELECT pg_catalog.unnest(r.down_revisions OPERATOR(pg_catalog.||) r.depends_on) FROM {history} AS r
                    WHERE r.revision OPERATOR(pg_catalog.=) s.revision AND r.id OPERATOR(pg_catalog.>) s.id
                        AND r.operation OPERATOR(pg_catalog.=) 'repair') AS needs
            FROM step AS s, stamp
            WHERE s.operation OPERATOR(pg_catalog.=) 'upgrade' AND s.id OPERATOR(pg_catalog.>) stamp.id
            UNION ALL
            SELECT c.revision, '{}' FROM stamp, covered AS c
            LEFT JOIN step AS s ON s.revision OPERATOR(pg_catalog.=) c.revision
            WHERE c.id OPERATOR(pg_catalog.>=) stamp.id
                AND (s.id IS NULL OR s.id OPERATOR(pg_catalog.<) greatest(c.id, stamp.id)))
        """;
}
