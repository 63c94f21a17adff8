/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.script.ScriptProblem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCheckTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void script(String file, String id, String down) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "-- Free text.\n\n-- revision: " + id + "\n-- down_revision: " + down + "\n\n-- migrate: upgrade\n");
    }

    private List<ScriptProblem> check(String target) {
        return new ScriptCheck(List.of("filesystem:" + folder), List.of(), target)
                .problems(getClass().getClassLoader());
    }

    @Test
    void findsNothingWrongWithAChain() throws IOException {
        script("a.sql", "a1", "");
        script("b.sql", "b2", "a1");

        assertThat(check("head")).isEmpty();
    }

    @Test
    void knowsTheJavaRevisionsBetweenScripts() throws Exception {
        script("a.sql", "a1", "");
        script("b.sql", "b2", "java");
        List<URL> entries =
                List.of(getClass().getProtectionDomain().getCodeSource().getLocation());
        ClassLoader parent = new RetortClasses(getClass().getClassLoader());

        try (URLClassLoader loader = new URLClassLoader(entries.toArray(URL[]::new), parent)) {
            List<String> packages = List.of("dev.retort.maven.sample");
            assertThat(new ScriptCheck(List.of("filesystem:" + folder), packages, "head").problems(loader))
                    .isEmpty();
        }
    }

    @Test
    void namesFileAndLineOfAMissingParent() throws IOException {
        script("a.sql", "a1", "");
        script("b.sql", "b2", "a2");

        assertThat(check("head")).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith("b.sql");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("down_revision 'a2', which does not exist");
        });
    }

    @Test
    void namesEveryFileOfACycle() throws IOException {
        script("a.sql", "a1", "b2");
        script("b.sql", "b2", "a1");

        assertThat(check("head")).extracting(ScriptProblem::line).containsExactly(3, 3);
    }

    @Test
    void aTargetThatDoesNotExistIsAProblemOfTheSetting() throws IOException {
        script("a.sql", "a1", "");

        assertThat(check("billing@head"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).isEqualTo("retort.target=billing@head"));
    }

    @Test
    void aLocationThatDoesNotExistIsNoProblem() {
        ScriptCheck check = new ScriptCheck(List.of("classpath:no/such/folder"), List.of(), "head");

        assertThat(check.problems(ScriptCheckTests.class.getClassLoader())).isEmpty();
        assertThat(check.summary()).contains("no revisions in classpath:no/such/folder", "mvn retort:revision");
    }

    @Test
    void anEmptyLocationHasNoHead() throws IOException {
        assertThat(check("head")).isEmpty();
    }
}
