/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graphs as pictures. */
class GraphCommandTests extends DatabaseTestCase {

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void prepare() {
        project = new Project(folder, database.dataSource());
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    private void script(String id, String parents, String more) {
        project.script(
                id,
                "-- revision: " + id + "\n-- down_revision: " + parents + "\n" + more + "\n-- migrate: upgrade\n"
                        + "CREATE TABLE t_" + id + " ();\n\n-- migrate: downgrade\nDROP TABLE t_" + id + ";\n");
    }

    private void branchesAndAMerge() {
        script("a1", "", "-- message: say \"hi\" <b>\n");
        script("b1", "a1", "-- branch_labels: billing\n");
        script("c1", "a1", "-- depends_on: billing\n");
        script("d1", "b1, c1", "");
        script("e1", "c1", "");
    }

    @Test
    void drawsBranchesAndMerges() {
        branchesAndAMerge();

        assertThat(shell.run("graph").out()).isEqualTo("""
            * e1 (head)
            | *   d1 (billing) (head) (mergepoint)
            | |\\
            | * | b1 (billing)
            |_|/
            * | c1 (branchpoint), depends on billing
            |/
            * a1 (branchpoint), say "hi" <b>
            """);
    }

    @Test
    void drawsSeveralBasesAndManyParents() {
        for (String id : List.of("a1", "b1", "c1")) {
            script(id, "", "");
        }
        script("d1", "a1, b1, c1", "");
        script("e1", "a1", "");
        script("f1", "a1", "");

        assertThat(shell.run("graph").out()).isEqualTo("""
            * f1 (head)
            | * e1 (head)
            | | *     d1 (head) (mergepoint)
            | | |\\
            | | |\\ \\
            |_|/ / /
            |/ / /
            * | | a1 (branchpoint)
             / /
            * | b1
             /
            * c1
            """);
    }

    @Test
    void drawsALongChainAndManyBranches() {
        int length = 2000;
        script("r0", "", "");
        for (int i = 1; i < length; i++) {
            script("r" + i, "r" + (i % 100 == 0 ? 0 : i - 1), "");
        }

        assertThat(shell.run("graph").out().lines().filter(line -> line.contains("* r")))
                .hasSize(length);
    }

    @Test
    void marksWhatIsApplied() {
        branchesAndAMerge();
        project.upgrade("b1");

        assertThat(shell.run("graph", "-i").out()).isEqualTo("""
            o e1 (head)
            | o   d1 (billing) (head) (mergepoint)
            | |\\
            | * | b1 (billing) (current)
            |_|/
            o | c1 (branchpoint), depends on billing
            |/
            * a1 (branchpoint), say "hi" <b>
            """);
        assertThat(shell.run("graph", "-i", "--json").out()).contains("\"applied\" : true", "\"applied\" : false");
        assertThat(shell.run("graph", "--json").out()).doesNotContain("applied");
    }

    @Test
    void reportsAVersionRowWithoutAScript() {
        branchesAndAMerge();
        project.upgrade("b1");
        project.without("b1").without("c1").without("d1").without("e1");

        Shell.Result result = shell.run("graph", "-i");

        assertThat(result.out()).isEqualTo("* a1 (head), say \"hi\" <b>\n");
        assertThat(result.err())
                .isEqualTo("The database is at b1, whose script this build does not have: the history contains it, so"
                        + " the"
                        + " database is ahead of this build.\n");
    }

    @Test
    void writesMermaid() {
        branchesAndAMerge();
        project.upgrade("c1");

        assertThat(shell.run("graph", "-i", "--format", "mermaid").out()).isEqualTo("""
            flowchart BT
                r_e1["e1 (head)"]:::pending
                r_c1 --> r_e1
                r_d1["d1 (billing) (head) (mergepoint)"]:::pending
                r_b1 --> r_d1
                r_c1 --> r_d1
                r_b1["b1 (billing)"]
                r_a1 --> r_b1
                r_c1["c1 (current) (branchpoint)"]
                r_a1 --> r_c1
                r_b1 -.-> r_c1
                r_a1["a1 (branchpoint)<br/>say #quot;hi#quot; #lt;b#gt;"]
                classDef pending stroke-dasharray: 5 5
            """);
    }

    @Test
    void writesDot() {
        branchesAndAMerge();
        project.upgrade("a1");

        assertThat(shell.run("graph", "-i", "--format", "dot").out()).isEqualTo("""
            digraph revisions {
                rankdir=BT;
                node [shape=box];
                "e1" [label="e1 (head)", style=dashed];
                "c1" -> "e1";
                "d1" [label="d1 (billing) (head) (mergepoint)", style=dashed];
                "b1" -> "d1";
                "c1" -> "d1";
                "b1" [label="b1 (billing)", style=dashed];
                "a1" -> "b1";
                "c1" [label="c1 (branchpoint)", style=dashed];
                "a1" -> "c1";
                "b1" -> "c1" [style=dashed];
                "a1" [label="a1 (current) (branchpoint)\\nsay \\"hi\\" <b>"];
            }
            """);
        assertThat(shell.run("graph", "--format", "svg").status()).isEqualTo(2);
    }

    @Test
    void anEmptyGraphIsNoLineOfOutput() {
        assertThat(shell.run("graph"))
                .isEqualTo(new Shell.Result(
                        0, "", "There are no revision scripts. `revision -m \"<message>\"` writes the first one.\n"));
    }

    @Test
    void writesAPageThatIsOneFileWithTheScripts() throws IOException {
        branchesAndAMerge();

        assertThat(shell.run("graph", "--html", "graph.html").out()).isEqualTo("  Generating graph.html ...  done\n");

        assertThat(Files.readString(folder.resolve("graph.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("5 revisions, heads: d1, e1. Not connected to the database (use -i).")
                .contains("say &quot;hi&quot; &lt;b&gt;", "data-p=\"b1 c1\"", "data-d=\"b1\"")
                .contains("\"a1\":\"-- revision: a1\\u000a")
                .doesNotContain(" src=", "<b>");
    }

    @Test
    void writesAPageOfTheDatabaseWithItsLog() throws IOException {
        branchesAndAMerge();
        shell.run("upgrade", "c1");

        assertThat(shell.run("graph", "-i", "--html", "graph.html", "--json").out())
                .isEqualTo("{\n  \"file\" : \"graph.html\"\n}\n");

        assertThat(Files.readString(folder.resolve("graph.html")))
                .contains("At c1, 2 revisions are pending.", "<tr class=\"pending\"", "<table class=\"log\">");
    }

    @Test
    void reportsWhyThePageCannotBeWritten() {
        script("a1", "", "");

        assertThat(shell.run("graph", "--html", "missing/graph.html").err())
                .contains("missing/graph.html could not be written.", "NoSuchFileException");
    }
}
