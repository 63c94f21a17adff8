/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import dev.retort.cli.lint.LintFormat;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LintReport;
import dev.retort.lint.LockMode;
import dev.retort.lint.RevisionReport;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import dev.retort.lint.StatementReport;
import dev.retort.lint.TableLock;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reports about names that mean something in the formats, about nothing, and about a thousand findings. */
class OddLintReportTests {

    private static final String ODD =
            "public.od\"d|na\\|me\r\n# new `tick` ``` ~~~ [x](http://y) ![i](z) $a$ @team <script>"
                    + " ]]> &amp; --> %0A::error:: \u202e \u0000\u001b[31m \ud83d\ude00 *b* _i_";

    private static Finding finding(Rule rule, Severity severity, int line, String name) {
        return new Finding(
                rule,
                severity,
                "a1",
                "/somewhere/od\"d na|me, :\u00e9.sql",
                line,
                "DROP TABLE " + name,
                List.of(name),
                new TableLock(name, LockMode.ACCESS_EXCLUSIVE),
                null,
                0,
                null,
                Evidence.MEASURED,
                "It drops " + name + ".",
                "DROP TABLE " + name + ";",
                List.of());
    }

    private static LintReport report(List<Finding> findings, List<StatementReport> statements, List<String> remarks) {
        RevisionReport revision =
                new RevisionReport("a1", "a1.sql", "checksum", "make " + ODD, statements, findings, List.of());
        return new LintReport("PostgreSQL 17", true, List.of(revision), remarks);
    }

    private static LintReport odd() {
        StatementReport statement = new StatementReport(
                6,
                "DROP TABLE " + ODD,
                false,
                List.of(new TableLock(ODD, LockMode.ACCESS_EXCLUSIVE)),
                List.of(ODD),
                List.of(),
                List.of(ODD),
                null,
                null);
        return report(
                List.of(finding(Rule.DESTRUCTIVE_CHANGE, Severity.ERROR, 6, ODD)),
                List.of(statement),
                List.of("Not read: " + ODD));
    }

    private static LintReport thousand() {
        List<Finding> findings = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> finding(Rule.UNBOUNDED_DML, Severity.WARNING, i, "public.t"))
                .toList();
        List<StatementReport> statements = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> new StatementReport(
                        i, "UPDATE t", false, List.of(), List.of(), List.of(), List.of(), null, null))
                .toList();
        return report(findings, statements, List.of());
    }

    private static Document xml(LintReport report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(LintFormat.JUNIT.write(report))));
    }

    private static JsonNode json(LintFormat format, LintReport report) {
        return new ObjectMapper().readTree(format.write(report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"odd", "thousand", "none"})
    void areWellFormed(String kind) throws Exception {
        LintReport report = switch (kind) {
            case "odd" -> odd();
            case "thousand" -> thousand();
            default -> new LintReport("PostgreSQL 17", false, List.of(), List.of());
        };
        int findings = report.findings().size();

        assertThat(LintFormatsTests.schema().validate(LintFormat.SARIF.write(report), InputFormat.JSON))
                .isEmpty();
        assertThat(json(LintFormat.SARIF, report).get("runs").get(0).get("results"))
                .hasSize(findings);
        assertThat(json(LintFormat.GITLAB, report)).hasSize(findings);
        assertThat(json(LintFormat.JSON, report).isObject()).isTrue();
        assertThat(json(LintFormat.PACK, report).isObject()).isTrue();
        assertThat(xml(report).getDocumentElement().getAttribute("tests"))
                .isEqualTo(String.valueOf(report.revisions().size()));
        assertThat(LintFormat.GITHUB.write(report).lines().filter(line -> line.startsWith("::")))
                .hasSize(findings);
        assertThat(LintFormat.MARKDOWN.write(report)).startsWith("### Retort lint");
    }

    @Test
    void jsonKeepsNamesAsTheyAre() {
        assertThat(json(LintFormat.GITLAB, odd()).get(0).get("description").asString())
                .contains(ODD);
        assertThat(json(LintFormat.SARIF, odd()).toString()).contains("ACCESS EXCLUSIVE");
    }

    @Test
    void findingsOfOneKindHaveDifferentFingerprints() {
        assertThat(json(LintFormat.GITLAB, thousand()).findValuesAsString("fingerprint"))
                .doesNotHaveDuplicates()
                .hasSize(1000);
        assertThat(json(LintFormat.SARIF, thousand()).findValuesAsString("retortFinding/v1"))
                .doesNotHaveDuplicates()
                .hasSize(1000);
    }

    @Test
    void namesDoNotFormatAComment() {
        String comment = LintFormat.MARKDOWN.write(odd());
        String outside = comment.replaceAll("(?s)`{4,}sql.*`{4,}", "");

        List<String> rows =
                outside.lines().filter(line -> line.startsWith("| 6 ")).toList();
        assertThat(rows).hasSize(1);
        String plain = rows.get(0).replaceAll("\\\\\\p{Punct}", "");
        assertThat(plain.chars().filter(character -> character == '|').count()).isEqualTo(6);
        assertThat(outside)
                .doesNotContain("@team", "<script>", "\u0000", "\u001b", "\r", "$a$")
                .doesNotContainPattern("(?<!\\\\)\\[")
                .doesNotContainPattern("(?m)^# ");
        assertThat(comment).contains("````sql\nDROP TABLE public.od").contains("\n````\n");
    }

    @Test
    void aCommentHasRoomForSomeFindingsAndCountsTheOthers() {
        String comment = LintFormat.MARKDOWN.write(thousand());

        assertThat(comment.length()).isBetween(50_000, 65_536);
        assertThat(comment).contains("| | 900 more statements | | | |");
        int shown = comment.split("\n\\*\\*warning\\*\\*", -1).length - 1;
        assertThat(comment).contains((1000 - shown) + " more findings are not shown");
    }
}
