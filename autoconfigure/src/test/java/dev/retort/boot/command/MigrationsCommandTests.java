/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar app.jar migrations <command>}, with an application whose beans act on their own. */
class MigrationsCommandTests {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void writeAChain() {
        new Project(folder, database.dataSource()).chain("a1", "b1");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private record Result(int status, String out, String err) {}

    private Result run(String... arguments) throws IOException, InterruptedException {
        return runOn(database.url(), arguments);
    }

    private Result runOn(String url, String... arguments) throws IOException, InterruptedException {
        return runIn(Path.of("").toAbsolutePath(), url, arguments);
    }

    private Result runIn(Path directory, String url, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        int status = new ProcessBuilder(command(url, arguments))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Result(status, Files.readString(out), Files.readString(err));
    }

    private List<String> command(String url, String... arguments) {
        List<String> command = JavaCommand.of(
                ActingApplication.class.getName(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + database.user(),
                "--spring.jpa.properties.hibernate.hbm2ddl.auto=create",
                "--retort.locations=filesystem:" + folder);
        command.addAll(List.of(arguments));
        return command;
    }

    @Tag("nightly")
    @Test
    @EnabledOnOs(OS.LINUX)
    void anAnswerThatCannotBeWrittenIsAFailure() throws Exception {
        Path err = folder.resolve("err.txt");
        int status = new ProcessBuilder(command(database.url(), "migrations", "upgrade", "head", "--sql"))
                .redirectOutput(new File("/dev/full"))
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(status).isEqualTo(1);
        assertThat(Files.readString(err)).contains("FAILED: The answer could not be written to standard output.");
    }

    @Tag("nightly")
    @Test
    @EnabledOnOs(OS.LINUX)
    void readsArgumentsAsUtf8InAnyLocale() throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "LC_ALL=C exec \"$@\" --reason $'cr\\xc3\\xa9er'", "bash"));
        command.addAll(command(database.url(), "migrations", "upgrade", "a1"));
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();

        assertThat(status).isZero();
        assertThat(database.query("SELECT DISTINCT reason FROM retort_history")).containsExactly("créer");
    }

    @Test
    void runsACommandAndNothingOfTheApplication() throws Exception {
        Result upgraded = run("migrations", "upgrade", "a1");

        assertThat(upgraded.status()).as(upgraded.err()).isZero();
        assertThat(upgraded.out()).startsWith("Running upgrade  -> a1, make a1\nThe database went from base to a1");
        assertThat(upgraded.out() + upgraded.err()).doesNotContain(ActingApplication.ACTED);
        assertThat(database.query("SELECT to_regclass('made_by_hibernate') IS NULL"))
                .containsExactly("t");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a1");
    }

    @Tag("slow")
    @Test
    void answersAloneOnStandardOutputAndByTheExitStatus() throws Exception {
        Result current = run("migrations", "current", "--check-heads", "--json");

        assertThat(current.status()).as(current.err()).isEqualTo(1);
        assertThat(current.out().strip()).startsWith("{").endsWith("}").contains("\"revisions\" : [ ]");
    }

    @Tag("nightly")
    @Test
    void reportsWhichDatabaseItIs() throws Exception {
        Result current = run("migrations", "current", "-v");

        assertThat(current.status()).as(current.err()).isZero();
        assertThat(current.out())
                .startsWith("Current revision(s) for jdbc:postgresql://")
                .contains("/" + database.name() + ":")
                .doesNotContain("?");
    }

    @Tag("nightly")
    @Test
    void writesARevisionThatTheNextOneSees() throws Exception {
        Path project = Files.createDirectories(folder.resolve("project"));
        Path sources = Files.createDirectories(project.resolve("src/main/resources/db/sources"));
        String[] revision = {
            "--retort.source-directory=src/main/resources/db/sources",
            "--retort.locations=classpath:dev/retort/boot/command,filesystem:" + folder + "/shared",
            "--retort.file-template={rev}",
            "--retort.post-write-hooks[0]=cp REVISION_SCRIPT_FILENAME hooked.txt",
            "migrations",
            "revision",
            "--rev-id"
        };
        Files.createDirectories(folder.resolve("shared"));
        Files.move(folder.resolve("a1.sql"), folder.resolve("shared/a1.sql"));
        Files.delete(folder.resolve("b1.sql"));

        Result first = runIn(project, database.url(), append(revision, "c1"));
        Result second = runIn(project, database.url(), append(revision, "d1"));

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("  Generating src/main/resources/db/sources/c1.sql ...  done\n");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(sources.resolve("c1.sql")).content().contains("-- down_revision: a1\n");
        assertThat(sources.resolve("d1.sql")).content().contains("-- down_revision: c1\n");
        assertThat(project.resolve("hooked.txt")).hasSameTextualContentAs(sources.resolve("d1.sql"));
    }

    @Tag("nightly")
    @Test
    void writesRevisionsBehindJavaRevisionsThatAreCompiled() throws Exception {
        Path project = Files.createDirectories(folder.resolve("project"));
        String[] revision = {
            "--retort.source-directory=" + folder,
            "--retort.file-template={rev}",
            "--retort.java-packages=dev.retort.boot.command.revisions",
            "migrations",
            "revision",
            "--rev-id"
        };

        Result script = runIn(project, database.url(), append(revision, "c1"));
        Result written = runIn(project, database.url(), append(append(append(revision, "d1"), "--format"), "java"));
        Result refused = runIn(project, database.url(), append(revision, "e1"));

        assertThat(script.status()).as(script.err()).isZero();
        assertThat(folder.resolve("c1.sql")).content().contains("-- down_revision: compiled\n");
        assertThat(written.status()).as(written.err()).isZero();
        assertThat(project.resolve("src/main/java/dev/retort/boot/command/revisions/Revisiond1.java"))
                .content()
                .contains("down = \"c1\"");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("Revision d1 of src/main/java/").contains("is not compiled yet");
        assertThat(folder.resolve("e1.sql")).doesNotExist();
    }

    private static String[] append(String[] first, String last) {
        String[] all = Arrays.copyOf(first, first.length + 1);
        all[first.length] = last;
        return all;
    }

    @Tag("slow")
    @Test
    void showsErrorsInOneLine() throws Exception {
        Result unknown = run("migrations", "upgrade", "zz");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("FAILED: No revision or branch 'zz' exists")
                .doesNotContain("\tat ");

        assertThat(run("migrations", "upgrad").status()).isEqualTo(2);
    }

    @Tag("nightly")
    @Test
    void showsThatTheDatabaseCannotBeReached() throws Exception {
        Result result = runOn("jdbc:postgresql://localhost:1/none?password=s3cret", "migrations", "current");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(
                        "FAILED: The database could not be reached. jdbc:postgresql://localhost:1/none as user "
                                + database.user() + ": ",
                        "localhost:1 refused")
                .doesNotContain("\tat ", "s3cret");
    }

    @Tag("nightly")
    @Test
    void leavesAnApplicationAloneThatIsGivenNoCommand() throws Exception {
        Result result = run("--spring.main.web-application-type=none");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("runner", "application listener", "event listener", "eager bean", "lifecycle bean")
                .contains(ActingApplication.ACTED);
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b1");
    }
}
