/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers of faq.md that can be tried: each question has its test, or is in the list of those that cannot. */
class FaqPageTests extends DatabaseTestCase {

    private static final Path PAGE = Path.of("..", "docs", "faq.md");

    /** Questions whose answers are opinions, or tried elsewhere. */
    private static final List<String> NOT_TRIED = List.of(
            "Is it Alembic?",
            "Does generating replace reading?",
            "How are renames found?",
            "Where does test data go?",
            "And several databases in one service?",
            "Does it work with a native image, with AOT, with DevTools?",
            "What does a start cost when there is nothing to do?",
            "Where do the scripts go in a project with several modules?",
            "Is there a Gradle plugin?",
            "Which databases?");

    private static final List<String> TRIED = List.of(
            "Why ids instead of numbers?",
            "Must I write downgrades?",
            "May I edit a script that was applied?",
            "Can several services share a database?",
            "Can I leave?");

    private Shell shell = new Shell(Path.of(""));
    private Project project = new Project(Path.of(""), database.dataSource());

    @BeforeEach
    void writeScripts() {
        shell = in(folder);
        project = new Project(folder, database.dataSource()).chain("a", "b");
    }

    private Shell in(Path scripts) {
        return new Shell(scripts).on(database).with("RETORT_LOCATIONS", "filesystem:" + scripts);
    }

    @Test
    void everyQuestionIsTriedOrCannotBe() throws IOException {
        assertThat(Pattern.compile("(?m)^\\*\\*(.*\\?)\\*\\*")
                        .matcher(Files.readString(PAGE))
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(NOT_TRIED.size() + TRIED.size())
                .containsAll(NOT_TRIED)
                .containsAll(TRIED);
    }

    @Test
    void twoBranchesAreTwoHeads() {
        project.revision("c", "a", "SELECT 1;", "SELECT 1;");
        assertThat(shell.run("heads").out()).isEqualTo("b (head)\nc (head)\n");
    }

    @Test
    void aDowngradePastAnIrreversibleRevisionIsRefused() {
        project.script(
                "c",
                "-- revision: c\n-- down_revision: b\n\n-- migrate: upgrade\nSELECT 1;\n\n"
                        + "-- migrate: irreversible the rows are deleted\n");
        shell.run("upgrade", "head");
        assertThat(shell.run("downgrade", "-1").err()).contains("the rows are deleted");
        assertThat(shell.run("current").out()).startsWith("c");
    }

    @Test
    void onlyCommentsOfAnAppliedScriptCanChange() {
        project.start();
        project.script("b", text("b").replace("CREATE TABLE", "-- reviewed\nCREATE   TABLE"));
        assertThat(shell.run("validate").status()).isZero();

        project.script("b", text("b").replace("(id int)", "(id bigint)"));
        assertThat(shell.run("validate").out())
                .contains("-CREATE TABLE t_b (id int);", "+CREATE   TABLE t_b (id bigint);");
        assertThat(shell.run("upgrade", "head").status()).isEqualTo(1);
    }

    private String text(String id) {
        try {
            return Files.readString(folder.resolve(id + ".sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void servicesShareADatabaseWithAVersionTableOrASchemaEach() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        new Project(other, database.dataSource()).chain("x");
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        new Project(scripts, database.dataSource()).chain("a");
        database.execute("CREATE SCHEMA third");

        assertThat(in(scripts).run("upgrade", "head").err()).isEmpty();
        assertThat(in(other)
                        .with("RETORT_VERSION_TABLE", "other_version")
                        .with("RETORT_HISTORY_TABLE", "other_history")
                        .with("RETORT_SCRIPT_TABLE", "other_script")
                        .with("RETORT_PROGRESS_TABLE", "other_progress")
                        .with("RETORT_ON_NON_EMPTY_SCHEMA", "run")
                        .run("upgrade", "head")
                        .err())
                .isEmpty();
        assertThat(in(other)
                        .with("RETORT_SCHEMA", "third")
                        .run("upgrade", "head")
                        .err())
                .isEmpty();
        assertThat(in(scripts).run("validate").status()).isZero();
        assertThat(in(scripts).run("current").out()).startsWith("a (head)");
        assertThat(
                        database.query(
                                "SELECT version_num FROM other_version UNION ALL SELECT version_num FROM third.alembic_version"))
                .containsExactly("x", "x");
    }

    @Test
    void oneScriptHasAllRevisionsForThoseWhoLeave() {
        Shell.Result script = shell.run("upgrade", "base:head", "--sql", "--plain");
        database.execute(script.out());
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b");
        assertThat(database.query("SELECT count(*) FROM t_a, t_b")).containsExactly("0");
    }
}
