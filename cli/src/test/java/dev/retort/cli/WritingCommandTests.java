/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that write scripts, without a database. */
class WritingCommandTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        shell = new Shell(project).with("RETORT_FILE_TEMPLATE", "{rev}_{slug}");
    }

    private void revision(String id, String... more) {
        String[] arguments = Stream.concat(Stream.of("revision", "--rev-id", id), Stream.of(more))
                .toArray(String[]::new);
        assertThat(shell.run(arguments)).extracting(Shell.Result::err).isEqualTo("");
    }

    private void branches() {
        revision("a1", "-m", "create customer");
        revision("b1", "-m", "bills", "--branch-label", "billing");
        revision("c1", "-m", "stock", "--head", "a1", "--splice");
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesARevisionAfterTheHead() {
        revision("a1");

        assertThat(shell.run("revision", "--rev-id", "b1", "-m", "Add email to customer"))
                .isEqualTo(new Shell.Result(
                        0,
                        "  Generating src/main/resources/db/migrations/b1_add_email_to_customer.sql ...  done\n",
                        ""));
        assertThat(text("b1_add_email_to_customer.sql")).matches("""
            -- revision: b1
            -- down_revision: a1
            -- message: Add email to customer
            -- created: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ

            -- migrate: upgrade

            -- migrate: downgrade
            """);
    }

    @Test
    void makesUpAnIdAndNamesTheFileByTheTime() throws IOException {
        shell.with("RETORT_FILE_TEMPLATE", "");

        assertThat(shell.run("revision", "-m", "first").status()).isZero();

        assertThat(files()).singleElement().asString().matches("\\d{14}_first\\.sql");
        assertThat(text(files().get(0))).containsPattern("^-- revision: [0-9a-f]{12}\n");
    }

    @Test
    void answersInJson() {
        revision("a1");

        assertThat(shell.run("revision", "--rev-id", "b1", "-m", "x", "--json").out())
                .startsWith("{")
                .contains("\"revision\" : \"b1\"", "\"downRevisions\" : [ \"a1\" ]", "\"path\" : \"" + folder);
    }

    @Test
    void writesABaseALabelAndADependency() {
        revision("a1");
        revision("b1", "--head", "base", "--branch-label", "billing", "--depends-on", "a1");
        revision("c1", "--head", "billing@head", "--depends-on", "billing");

        assertThat(text("b1.sql"))
                .contains("-- branch_labels: billing\n-- depends_on: a1\n")
                .doesNotContain("down_rev");
        assertThat(text("c1.sql")).contains("-- down_revision: b1\n-- depends_on: billing\n");
    }

    @Test
    void refusesWhatWouldNotFitIntoTheGraph() throws IOException {
        branches();

        assertThat(shell.run("revision").err()).contains("'head' matches several heads: 'b1', 'c1'", "`merge`");
        assertThat(shell.run("revision", "--head", "a1").err()).contains("'a1' is not a head", "--splice");
        assertThat(shell.run("revision", "--head", "zz").err()).contains("zz");
        assertThat(shell.run("revision", "--head", "b1", "--rev-id", "c1").err())
                .startsWith("FAILED: A revision c1 exists already.")
                .contains("c1_stock.sql");
        assertThat(shell.run("revision", "--head", "b1", "--branch-label", "billing")
                        .err())
                .contains("'billing'", "is taken");
        for (String id : List.of("head", "../x", "a-b", "", "é")) {
            assertThat(shell.run("revision", "--head", "b1", "--rev-id", id).err())
                    .startsWith("FAILED: The revision id '" + id + "' cannot be used.");
        }
        assertThat(files()).hasSize(3);
    }

    @Test
    void keepsToTheFoldersOfScripts() throws IOException {
        Files.createDirectories(folder.resolve("2026"));

        Shell.Result outside = shell.run("revision", "--version-path", "../elsewhere");
        assertThat(outside.status()).isEqualTo(1);
        assertThat(outside.err()).contains("is not a folder for scripts", "src/main/resources/db/migrations");

        revision("a1", "--version-path", "src/main/resources/db/migrations/2026");
        assertThat(folder.resolve("2026/a1.sql")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAnEmptyMessage(String message) {
        Shell.Result result = shell.run("revision", "-m", message);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("-m is empty");
    }

    @Test
    void makesTheFolderOfAProject() throws IOException {
        Files.delete(folder);
        Files.writeString(project.resolve("pom.xml"), "<project/>");

        assertThat(shell.run("revision", "-m", "first", "--rev-id", "a1").status())
                .isZero();
        assertThat(folder)
                .isDirectoryContaining(file -> file.toString().endsWith("a1_first.sql")
                        || file.toString().contains("first"));
    }

    @Test
    void reportsThatTheFolderIsMissing() throws IOException {
        Files.delete(folder);

        assertThat(shell.run("revision").err())
                .isEqualTo("FAILED: The folder of new scripts src/main/resources/db/migrations does not exist. It is"
                        + " relative to " + project
                        + ". Go to the project's folder, set retort.source-directory, or create it with `init`.\n");
    }

    @Test
    void runsHooksWithoutAShell() {
        shell.with("RETORT_POST_WRITE_HOOKS", "touch 'a $(b)', cp REVISION_SCRIPT_FILENAME \"copy of it\"");

        Shell.Result result = shell.run("revision", "--rev-id", "a1");

        assertThat(result.out()).isEqualTo("""
              Generating src/main/resources/db/migrations/a1.sql ...  done
              Running post-write hook "touch 'a $(b)'" ...  done
              Running post-write hook "cp REVISION_SCRIPT_FILENAME "copy of it"" ...  done
            """);
        assertThat(project.resolve("a $(b)")).exists();
        assertThat(project.resolve("copy of it")).hasContent(text("a1.sql"));
    }

    @Test
    void showsThatAHookFailed() {
        shell.with("RETORT_POST_WRITE_HOOKS", "ls --no-such-option, touch never");

        Shell.Result result = shell.run("revision", "--rev-id", "a1");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("no-such-option")
                .containsPattern("FAILED: The post-write hook \"ls --no-such-option\" ended with status \\d")
                .contains("was written and is kept");
        assertThat(folder.resolve("a1.sql")).exists();
        assertThat(project.resolve("never")).doesNotExist();
    }

    @Test
    void refusesAHookThatCannotBeStartedBeforeOrAfterTheScriptIsWritten() {
        assertThat(shell.with("RETORT_POST_WRITE_HOOKS", "touch 'x")
                        .run("revision", "--rev-id", "a1")
                        .err())
                .contains("It contains an unclosed quote", "Fix retort.post-write-hooks");
        assertThat(folder.resolve("a1.sql")).doesNotExist();

        assertThat(shell.with("RETORT_POST_WRITE_HOOKS", "no-such-program-x")
                        .run("revision", "--rev-id", "a1")
                        .err())
                .contains("could not be started", "on the PATH");
        assertThat(folder.resolve("a1.sql")).exists();
    }

    @Test
    void opensTheEditorAndReadsBackWhatItLeft() {
        shell.with("VISUAL", "").with("EDITOR", "sed -i 's/created/creatd/'");

        Shell.Result result = shell.run("revision", "--rev-id", "a1", "--edit");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("a1.sql:2: The header has no key \"creatd\"");
        assertThat(shell.with("VISUAL", "sed -i s/creatd/created/")
                        .run("edit", "a1")
                        .err())
                .as("scripts that cannot be read cannot be found")
                .contains("creatd");
    }

    @Test
    void editsAScript() {
        revision("a1", "-m", "x");
        shell.with("EDITOR", "sed -i s/message:.x/message:y/");

        assertThat(shell.run("edit", "a1")).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(text("a1_x.sql")).contains("-- message:y\n");
        assertThat(shell.run("edit", "zz").err()).startsWith("FAILED: ").contains("zz");
        assertThat(shell.with("EDITOR", "false").run("edit", "a1").err()).contains("ended with status 1");
    }

    @Test
    void wantsAnEditorBeforeItWrites() {
        assertThat(shell.run("revision", "--rev-id", "a1", "--edit").err())
                .isEqualTo("FAILED: No editor is configured. Neither VISUAL nor EDITOR is set. Set one of them, for"
                        + " instance"
                        + " EDITOR=vim or VISUAL=\"code --wait\".\n");
        assertThat(folder.resolve("a1.sql")).doesNotExist();
        assertThat(shell.run("edit", "head").err()).contains("No editor is configured");
    }

    @Test
    void mergesHeads() {
        branches();

        assertThat(shell.run("merge", "heads", "--rev-id", "d1").status()).isZero();

        assertThat(text("d1_merge_b1_and_c1.sql")).contains("-- down_revision: b1, c1\n-- message: merge b1 and c1\n");
        assertThat(shell.run("heads").out()).isEqualTo("d1 (billing) (head)\n");
        assertThat(shell.run("merge", "heads").err())
                .isEqualTo("FAILED: There is nothing to merge. heads names one revision, d1. Name two revisions, or"
                        + " `heads` where there are several.\n");
        assertThat(shell.run("merge", "a1", "b1").err()).contains("'a1' is not a head");
        assertThat(shell.run("merge", "a1", "b1", "--splice").err()).contains("b1 is a descendant of a1 already");
        assertThat(shell.run("merge", "billing", "c1", "--splice", "--branch-label", "both")
                        .status())
                .isZero();
    }

    @Test
    void rebasesWithoutADatabaseOnlyWithAnOption() {
        branches();

        assertThat(shell.run("rebase", "c1").err())
                .startsWith("FAILED: Retort cannot determine whether the database has applied the branch. No database"
                        + " is configured.")
                .endsWith("Or pass --offline to skip this check if no database has applied it.\n");
        assertThat(shell.run("rebase", "c1", "--offline")).isEqualTo(new Shell.Result(0, """
              Rewriting src/main/resources/db/migrations/c1_stock.sql ...  done
            Revision c1 follows b1 instead of a1.
            """, ""));
        assertThat(shell.run("heads").out()).isEqualTo("c1 (billing) (head)\n");
    }

    @Test
    void rebasesAWholeBranchByItsFirstRevision() {
        branches();
        revision("c2", "--head", "c1");
        String before = text("c2.sql");

        assertThat(shell.run("rebase", "c2", "--onto", "billing", "--offline", "--json")
                        .out())
                .contains("\"revision\" : \"c1\"", "\"downRevisions\" : [ \"b1\" ]");

        assertThat(text("c2.sql")).isEqualTo(before);
        assertThat(text("c1_stock.sql")).contains("-- down_revision: b1\n");
    }

    @Test
    void refusesToRebaseWhatHasNoPlace() {
        branches();
        assertThat(shell.run("rebase", "a1", "--onto", "b1", "--offline").err())
                .contains("b1 is already among its descendants");
        assertThat(shell.run("rebase", "c1", "--onto", "a1", "--offline").err()).contains("follows a1 already");
        assertThat(shell.run("rebase", "a1", "--offline").err()).contains("There is no other head");
        revision("d1", "--head", "base");
        assertThat(shell.run("rebase", "d1", "--offline").err()).contains("The other heads are b1, c1", "--onto");
        shell.run("merge", "b1", "c1", "--rev-id", "e1");
        assertThat(shell.run("rebase", "e1", "--onto", "d1", "--offline").status())
                .isZero();
        assertThat(text("a1_create_customer.sql")).contains("-- revision: a1\n-- down_revision: d1\n");
        assertThat(shell.run("rebase", "e1", "--onto", "b1", "--offline").status())
                .isZero();
    }

    @Test
    void showsSeveralRevisions() {
        branches();

        assertThat(shell.run("show", "a1", "heads").out())
                .containsSubsequence("Rev: a1 ", "Rev: b1 (head)", "Rev: c1 (head)");
    }
}
