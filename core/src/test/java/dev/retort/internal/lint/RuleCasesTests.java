/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.lint.Finding;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Rule;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.Golden;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files {@code <rule>.find*.sql}, in which the rule finds something, and {@code <rule>.miss*.sql}, in which it must
 * not. What is found on the default server is beside them. Each rewrite runs in the place of its statement: the rule is
 * silent then, and the schema is the same.
 */
@Tag(Samples.TAG)
class RuleCasesTests {

    /** Rules that only the real database, its rows or the entities trigger; they have separate tests. */
    private static final Set<Rule> ELSEWHERE = Set.of(
            Rule.CONCURRENTLY_OVER_INVALID_INDEX,
            Rule.RENAME_OF_MAPPED_OBJECT,
            Rule.DROP_OF_MAPPED_OBJECT,
            Rule.NARROWED_MAPPED_COLUMN,
            Rule.UNMAPPED_NOT_NULL_COLUMN,
            Rule.LOCK_QUEUE,
            Rule.INTEGER_KEY_RUNNING_OUT,
            Rule.DATA_WOULD_FAIL);

    /**
     * Their rewrites do what the revision does not: it fails, or leaves out an index, a privilege, a view with the old name, a policy,
     * or the check that CONCURRENTLY leaves on a detached partition.
     */
    private static final Set<Rule> CORRECTED = Set.of(
            Rule.ENUM_VALUE_USED_BEFORE_COMMIT,
            Rule.FOREIGN_KEY_WITHOUT_INDEX,
            Rule.RECREATED_WITHOUT_GRANTS,
            Rule.PUBLISHED_TABLE_WITHOUT_KEY,
            Rule.PARTITION_DETACH_BLOCKING,
            Rule.ROW_SECURITY_HIDES_ROWS,
            Rule.RENAMED_OR_MOVED);

    private static boolean onDefaultServer() {
        return System.getProperty("postgres.version", "17.6.0").startsWith("17.");
    }

    static Stream<Path> finds() {
        return Samples.every(6, 0, cases(".find"));
    }

    static Stream<Path> misses() {
        return Samples.every(6, 1, cases(".miss"));
    }

    private static Stream<Path> cases(String kind) {
        return Golden.cases("lint/cases").stream()
                .filter(path -> path.getFileName().toString().contains(kind));
    }

    private static Rule rule(Path path) {
        String name = path.getFileName().toString();
        return Rule.find(name.substring(0, name.indexOf('.'))).orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("finds")
    void finds(Path path) {
        LintCase lintCase = LintCase.read(Golden.read(path));
        try (TestDatabase database = TestDatabase.create();
                TestDatabase other = TestDatabase.create()) {
            RevisionReport report = lintCase.lint(database);
            List<Finding> found = report.findings().stream()
                    .filter(finding -> finding.rule() == rule(path))
                    .toList();
            assertThat(found).as(shown(report)).isNotEmpty();
            if (onDefaultServer()) {
                Golden.check(path, found.stream().map(RuleCasesTests::shown).collect(Collectors.joining("\n")));
            }
            String rewrite = found.get(0).rewrite();
            if (rewrite != null) {
                rewriteReachesTheSameSchema(lintCase, found.get(0), rewrite, database, other);
            }
        }
    }

    private static void rewriteReachesTheSameSchema(
            LintCase lintCase, Finding finding, String rewrite, TestDatabase database, TestDatabase other) {
        LintCase rewritten = new LintCase(lintCase.schema(), replaced(lintCase.upgrade(), finding, rewrite));
        RevisionReport report = rewritten.lint(other);
        assertThat(report.findings())
                .as(rewritten.upgrade() + shown(report))
                .noneMatch(again -> again.rule() == finding.rule() || again.rule() == Rule.NOT_MEASURED);
        if (!CORRECTED.contains(finding.rule())) {
            assertThat(difference(database, other)).as(rewritten.upgrade()).isEmpty();
        }
    }

    /**
     * What a user does: replaces the statement; a rewrite that has earlier statements in it takes their place too.
     */
    private static String replaced(String upgrade, Finding finding, String rewrite) {
        String[] statements = upgrade.split("(?<=;)\n(?!.*\\$\\$)");
        String end = rewrite.lastIndexOf("-- migrate: autocommit") > rewrite.lastIndexOf("-- migrate: transaction")
                ? "\n-- migrate: transaction\n"
                : "\n";
        String shown = finding.statement();
        return Arrays.stream(statements)
                .filter(statement ->
                        plain(statement).equals(shown) || !plain(rewrite).contains(plain(statement)))
                .map(statement -> plain(statement).equals(shown) ? rewrite + end : statement + "\n")
                .collect(Collectors.joining());
    }

    private static String plain(String statement) {
        String line = statement.strip().replaceAll("(?m)^--.*$", "").strip().replaceAll("\\s+", " ");
        return line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
    }

    private static List<?> difference(TestDatabase database, TestDatabase other) {
        try (MigrationConnection one =
                        ConnectionSource.withoutRetries(database.dataSource()).open();
                MigrationConnection two =
                        ConnectionSource.withoutRetries(other.dataSource()).open()) {
            ServerVersion version = new ServerVersion(one.majorVersion());
            DatabaseSchema wanted = new CatalogReader().read(one, Scope.ofDatabase());
            DatabaseSchema reached = new CatalogReader().read(two, Scope.ofDatabase());
            return new SchemaDiff(DiffSettings.of(version).withDropUnknown(true))
                    .between(reached, wanted)
                    .operations();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misses")
    void doesNotFind(Path path) {
        LintCase lintCase = LintCase.read(Golden.read(path));
        try (TestDatabase database = TestDatabase.create()) {
            RevisionReport report = lintCase.lint(database);

            assertThat(report.findings())
                    .as(shown(report))
                    .noneMatch(finding -> finding.rule() == rule(path) || finding.rule() == Rule.NOT_MEASURED);
            assertThat(report.statements()).isNotEmpty();
        }
    }

    @Test
    void everyRuleHasACaseThatItFindsAndOneThatItDoesNot() {
        Set<Rule> expected = new TreeSet<>(List.of(Rule.values()));
        expected.removeAll(ELSEWHERE);

        assertThat(rules(cases(".find"))).isEqualTo(expected);
        assertThat(rules(cases(".miss"))).isEqualTo(expected);
    }

    private static Set<Rule> rules(Stream<Path> cases) {
        return cases.map(RuleCasesTests::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(RevisionReport report) {
        return report.findings().stream().map(RuleCasesTests::shown).collect(Collectors.joining("\n"));
    }

    private static String shown(Finding finding) {
        @Nullable String rewrite = finding.rewrite();
        return finding.severity().word() + " " + finding.rule().id() + " line " + finding.line() + "\n"
                + finding.text()
                + "\nlock: " + finding.lock() + ", passes: " + finding.passes() + ", evidence: "
                + finding.evidence().word() + "\nobjects: " + finding.objects() + "\n"
                + (rewrite == null ? "no rewrite\n" : "rewrite:\n" + rewrite + "\n");
    }
}
