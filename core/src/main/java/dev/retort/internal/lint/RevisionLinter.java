/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.lint.measure.CatalogFacts;
import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.Measurer;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.lint.rule.Pricing;
import dev.retort.internal.lint.rule.RevisionContext;
import dev.retort.internal.lint.rule.RevisionContext.RangeContext;
import dev.retort.internal.lint.rule.RuleSet;
import dev.retort.internal.lint.rule.StatementReports;
import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.Finding;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.StatementReport;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges revisions one after the other on a scratch database that has the schema before the first of them. One thread at a
 * time.
 */
final class RevisionLinter {

    private final MigrationConnection connection;
    private final Measurer measurer;
    private final boolean alone;
    private RangeContext range;
    private final Map<Long, @Nullable String> bounds;
    private final LocalDate today;
    private final @Nullable DataAsker data;
    private CatalogFacts before;

    private RevisionLinter(
            MigrationConnection connection,
            Measurer measurer,
            RangeContext range,
            Map<Long, @Nullable String> bounds,
            Basis basis) {
        this.bounds = bounds;
        this.connection = connection;
        this.measurer = measurer;
        this.range = range;
        this.today = basis.today();
        this.alone = basis.alone();
        this.data = basis.data();
        this.before = measurer.known();
    }

    /**
     * Begins with the schema as it is.
     *
     * @param connection the measuring session
     * @param measurer measures in that session
     * @param basis what findings are judged with
     * @throws SQLException when the server refuses
     */
    static RevisionLinter begin(MigrationConnection connection, Measurer measurer, Basis basis) throws SQLException {
        Map<Long, @Nullable String> bounds = new HashMap<>();
        RangeContext range = new RangeContext(
                new ServerVersion(connection.majorVersion()),
                connection.queryOne("SELECT pg_catalog.current_schema()", row -> row.getString(1)),
                measurer.known(),
                new java.util.HashSet<>(),
                basis.prices(),
                basis.settings(),
                basis.real(),
                bounds::get);
        return new RevisionLinter(connection, measurer, range, bounds, basis);
    }

    /**
     * Measures and judges the next revision.
     *
     * @param script its script, placeholders replaced
     * @param allowed what is allowed for all its statements
     * @throws SQLException when the scratch database is lost
     */
    RevisionReport lint(RevisionScript script, List<Suppression> allowed) throws SQLException {
        if (alone) {
            range = range.from(before);
        }
        List<Measurement> measured = measurer.run(script.upgrade());
        CatalogFacts after = measurer.reread();
        readBounds(after);
        RevisionContext revision = new RevisionContext(script, measured, range, before, after, new LazyTables());
        List<Finding> found = new ArrayList<>(RuleSet.check(revision));
        if (data != null) {
            found.addAll(data.ask(revision));
        }
        range.changedRows().addAll(StatementReports.changedRows(revision));
        Suppressions.Applied applied = new Suppressions(script, allowed).apply(found, range.settings(), today);
        before = after;
        return new RevisionReport(
                script.revision().id(),
                script.source(),
                script.checksum(),
                script.message(),
                statements(revision),
                applied.findings(),
                applied.suppressed());
    }

    private static List<StatementReport> statements(RevisionContext revision) {
        List<StatementReport> statements = new ArrayList<>();
        Pricing pricing = new Pricing(revision);
        for (int i = 0; i < revision.measurements().size(); i++) {
            if (revision.measurements().get(i).failure() == null) {
                statements.add(StatementReports.report(revision, i, pricing));
            }
        }
        return statements;
    }

    /** The server writes the bounds of a partition as a condition, once it is one. */
    private void readBounds(CatalogFacts after) throws SQLException {
        for (RelationFacts relation : after.relations().values()) {
            RelationFacts old = before.relation(relation.oid());
            if (relation.partition() && old != null && !old.partition()) {
                bounds.put(
                        relation.oid(),
                        connection.queryOne(
                                "SELECT pg_catalog.pg_get_partition_constraintdef(?::bigint::pg_catalog.oid)",
                                row -> row.getString(1),
                                relation.oid()));
            }
        }
    }

    /** Tables as they are after the revision, each read when the first rewrite needs it. */
    private final class LazyTables implements Function<QualifiedName, Optional<Table>> {

        private final Map<QualifiedName, Optional<Table>> read = new HashMap<>();

        @Override
        public Optional<Table> apply(QualifiedName name) {
            return read.computeIfAbsent(name, this::table);
        }

        private Optional<Table> table(QualifiedName name) {
            try {
                return new CatalogReader()
                        .read(connection, Scope.ofTable(name)).tables().stream().findFirst();
            } catch (SQLException e) {
                throw new DatabaseException("The schema of the scratch database could not be read.", e);
            }
        }
    }
}
