/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command in a project. */
class InitCommandTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        Files.createFile(project.resolve("pom.xml"));
    }

    private Shell shell() {
        return new Shell(project);
    }

    @Test
    void setsUpAProject() {
        assertThat(shell().run("init")).isEqualTo(new Shell.Result(0, """
                  Creating directory src/main/resources/db/migrations ...  done
                  Generating src/main/resources/db/migrations/script.sql.template ...  done
                  Generating .env.example ...  done
                  Adding .env to .gitignore ...  done

                Next:
                  copy .env.example to .env and fill it in: the stand-alone commands read it, and git ignores it
                  revision -m "create customer"    writes the first script
                  upgrade head                     runs it
                """, ""));

        assertThat(project.resolve(".gitignore")).hasContent(".env\n");
        assertThat(project.resolve(".env.example")).content().contains("POSTGRES_PASSWORD=\n");
        assertThat(shell().run("revision", "-m", "create customer").status()).isZero();
    }

    @Test
    void keepsExistingFiles() throws IOException {
        Files.writeString(project.resolve(".env.example"), "mine");
        Files.writeString(project.resolve(".gitignore"), "target/\r\n/.env");
        Path template = Files.createDirectories(project.resolve("db")).resolve("script.sql.template");
        Files.writeString(template, "mine");

        assertThat(shell().run("init", "db").out()).startsWith("""
                  Creating directory db ...  exists
                  Generating db/script.sql.template ...  exists
                  Generating .env.example ...  exists
                  Adding .env to .gitignore ...  exists

                Next:
                  set retort.source-directory=db""");

        assertThat(project.resolve(".env.example")).hasContent("mine");
        assertThat(template).hasContent("mine");
        assertThat(project.resolve(".gitignore")).hasContent("target/\r\n/.env");
    }

    @Test
    void addsTheLineAfterTheLastOne() throws IOException {
        Files.writeString(project.resolve(".gitignore"), "target/\r\n.env.local");

        shell().run("init");

        assertThat(Files.readString(project.resolve(".gitignore"))).isEqualTo("target/\r\n.env.local\r\n.env\r\n");
    }

    @Test
    void putsTheTemplateThatWasAskedFor() {
        assertThat(shell().run("init", "--template", "explained", "--json").out())
                .contains("\"outcome\" : \"done\"");

        assertThat(project.resolve("src/main/resources/db/migrations/script.sql.template"))
                .content()
                .contains("CREATE INDEX CONCURRENTLY");
        assertThat(shell().run("init", "--template", "other").status()).isEqualTo(2);
    }

    @Test
    void refusesAFolderThatIsNoProject() throws IOException {
        Files.delete(project.resolve("pom.xml"));

        Shell.Result result = shell().run("init");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("FAILED: The folder " + project + " is no project.")
                .contains("init <folder>");
        assertThat(project).isEmptyDirectory();
        assertThat(shell().run("init", "sql").status()).isZero();
    }

    @Test
    void refusesAFolderOfOtherScripts() throws IOException {
        Path folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        Files.writeString(folder.resolve("V1__init.sql"), "CREATE TABLE t ();");

        Shell.Result result = shell().run("init");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("FAILED: The folder src/main/resources/db/migrations cannot be used for revision scripts.")
                .contains("V1__init.sql");
        assertThat(project.resolve(".env.example")).doesNotExist();
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Files.createFile(project.resolve("db"));

        assertThat(shell().run("init", "db").err())
                .contains("cannot be used for revision scripts", "is not a directory");
    }

    @Test
    void listsTheTemplates() {
        assertThat(shell().run("list_templates")).isEqualTo(new Shell.Result(0, """
                Available templates:

                generic - Header and empty sections.
                explained - The same, with a comment on every marker that a script may have.

                Templates are used via the 'init' command, e.g.:

                  retort init --template generic
                """, ""));
        assertThat(shell().run("list_templates", "--json").out()).contains("\"name\" : \"explained\"");
    }
}
