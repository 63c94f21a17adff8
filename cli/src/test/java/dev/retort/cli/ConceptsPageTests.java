/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The drawings of the page on concepts, concepts.md: the graph is loaded, and its states and holds are those of a database. */
class ConceptsPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "concepts.md");
    private static final Path FRENCH = Path.of("..", "docs", "fr", "fonctionnement.md");
    private static final Pattern DRAWING = Pattern.compile("```mermaid\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NODE = Pattern.compile("(\\w)\\[\"(\\w+)(?: \\((\\w+)\\))?<br/>([^\"]*)\"\\]");
    private static final Pattern PARENT = Pattern.compile("(\\w)(?:\\[[^\\]]*\\])? --> (\\w)");
    private static final Pattern DEPENDENCY = Pattern.compile("(\\w) -\\. [^.]* \\.-> (\\w)");
    private static final Pattern SHORT_ID = Pattern.compile("\"(\\w{4})…");

    private Shell shell = new Shell(Path.of(""));
    private Project project = new Project(Path.of(""), database.dataSource());

    /** Writes a script for each revision of the first drawing. */
    @BeforeEach
    void writeTheGraph() throws IOException {
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
        project = new Project(folder, database.dataSource());
        String graph = drawings(PAGE).get(0);
        Map<String, String> ids = new HashMap<>();
        NODE.matcher(graph).results().forEach(node -> ids.put(node.group(1), node.group(2)));
        Map<String, List<String>> parents = edges(PARENT, graph, ids, 2, 1);
        Map<String, List<String>> dependencies = edges(DEPENDENCY, graph, ids, 1, 2);
        for (MatchResult node : NODE.matcher(graph).results().toList()) {
            String id = node.group(2);
            project.script(id, """
                    -- revision: %s
                    -- down_revision: %s
                    -- depends_on: %s
                    -- branch_labels: %s
                    -- message: %s

                    -- migrate: upgrade
                    SELECT 1;

                    -- migrate: downgrade
                    SELECT 1;
                    """.formatted(
                            id,
                            String.join(", ", parents.getOrDefault(id, List.of())),
                            String.join(", ", dependencies.getOrDefault(id, List.of())),
                            node.group(3) == null ? "" : node.group(3),
                            node.group(4)));
        }
    }

    private static Map<String, List<String>> edges(
            Pattern arrow, String graph, Map<String, String> ids, int from, int to) {
        return arrow.matcher(graph)
                .results()
                .collect(Collectors.groupingBy(
                        edge -> ids.get(edge.group(from)),
                        Collectors.mapping(edge -> ids.get(edge.group(to)), Collectors.toList())));
    }

    private static List<String> drawings(Path page) throws IOException {
        return DRAWING.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theWordsAreThoseOfTheGraph() {
        assertThat(shell.run("history").out()).isEqualTo("""
                77aa01bc92de, a4d51c0e7f39 -> f1648d2e05ca (billing) (head) (mergepoint), merge
                3f9c2a7b1d04 (a4d51c0e7f39) -> 77aa01bc92de (billing), create invoice
                3f9c2a7b1d04 -> a4d51c0e7f39, create delivery
                8e1f0c5a9b22 -> 3f9c2a7b1d04 (branchpoint), add email
                <base> -> 8e1f0c5a9b22, create customer
                """);
        assertThat(shell.run("upgrade", "billing@head").status()).isZero();
        assertThat(shell.run("current").out()).startsWith("f1648d2e05ca");
    }

    @Test
    void twoHeadsAreNotOrderedByGuessing() {
        project.without("f1648d2e05ca");

        assertThat(shell.run("heads").out().lines()).hasSize(2);
        assertThat(shell.run("upgrade", "head").err()).contains("'head' matches several heads");
    }

    @Test
    void theSecondDrawingShowsTheDatabaseAtItsVersionRow() throws IOException {
        String[] parts = drawings(PAGE).get(1).split("subgraph pending");
        shell.run("upgrade", "3f9c2a7b1d04");

        assertThat(database.query("SELECT left(version_num, 4) FROM alembic_version"))
                .containsExactly(SHORT_ID.matcher(parts[0])
                        .results()
                        .map(found -> found.group(1))
                        .reduce((first, last) -> last)
                        .orElseThrow());
        assertThat(pending())
                .containsExactlyInAnyOrderElementsOf(SHORT_ID.matcher(parts[1])
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private List<String> pending() {
        return Pattern.compile("-> (\\w{4})\\w{8}")
                .matcher(shell.run("upgrade", "head", "--plan").out())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Each arrow of the drawing is one transition here, in its order. */
    @Test
    void aDowngradeHolds() throws IOException {
        assertThat(drawings(PAGE).get(3).lines().map(String::strip))
                .containsExactly(
                        "stateDiagram-v2",
                        "[*] --> Free",
                        "Free --> Held: downgrade by an operator",
                        "Held --> Held: a service starts (no upgrade)",
                        "Held --> Free: upgrade or stamp by an operator",
                        "Held --> Free: a build with a revision that was not known");
        project.without("f1648d2e05ca").without("77aa01bc92de");
        project.start();
        List<Integer> respected = new ArrayList<>();

        project.downgrade("-1");
        assertThat(project.start().steps()).isEmpty();
        respected.add(shell.run("upgrade", "head", "--respect-hold").status());
        project.upgrade("head");
        respected.add(shell.run("upgrade", "head", "--respect-hold").status());

        project.downgrade("-1");
        project.stamp("head");
        respected.add(shell.run("upgrade", "head", "--respect-hold").status());

        project.downgrade("-1");
        assertThat(project.start().steps()).isEmpty();
        project.revision("f2", "a4d51c0e7f39", "SELECT 1;", "SELECT 1;");
        assertThat(project.start().steps()).isNotEmpty();
        assertThat(respected).containsExactly(1, 0, 0);
    }

    @Test
    void theFrenchPageHasTheSameDrawings() throws IOException {
        assertThat(shapes(FRENCH)).isEqualTo(shapes(PAGE));
    }

    /** {@return the lines of each drawing without words: its names are numbers in the order in which they appear} */
    private static List<String> shapes(Path page) throws IOException {
        return drawings(page).stream().map(ConceptsPageTests::shape).toList();
    }

    private static String shape(String drawing) {
        String arrows = drawing.replaceAll("\\[[^*\\]]*\\]|\\{[^}]*\\}", "")
                .replaceAll("-- [^-]* -->", "-->")
                .replaceAll("-\\. [^.]* \\.->", "-.->")
                .replaceAll("(?m):.*$|^ *subgraph .*$", "");
        List<String> names = new ArrayList<>();
        return Pattern.compile("\\p{L}+").matcher(arrows).replaceAll(name -> {
            if (!names.contains(name.group())) {
                names.add(name.group());
            }
            return String.valueOf(names.indexOf(name.group()));
        });
    }
}
