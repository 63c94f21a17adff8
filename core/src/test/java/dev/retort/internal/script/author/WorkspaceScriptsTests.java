/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.file.BuildCopies;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.settings.MissingScripts;
import dev.retort.settings.SourceSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where scripts are written, and what is read there. */
class WorkspaceScriptsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @BeforeEach
    void resolveLinks() throws IOException {
        project = project.toRealPath();
    }

    private WorkspaceScripts sources(@Nullable String directory, String... locations) throws IOException {
        URL[] classPath = {project.resolve("target/classes").toUri().toURL()};
        Files.createDirectories(project.resolve("target/classes"));
        return new WorkspaceScripts(
                project,
                new LocatedScripts(
                        List.of(locations), List.of(), new URLClassLoader(classPath, null), new ConstructorFactory()),
                new SourceSettings(directory, "{rev}", List.of()));
    }

    private Path script(String file, String id, String down) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(
                path, "-- revision: " + id + "\n-- down_revision: " + down + "\n\n-- migrate: upgrade\n");
    }

    private static List<String> ids(List<RevisionScript> scripts) {
        return scripts.stream().map(script -> script.revision().id()).toList();
    }

    @Test
    void aLocationOfTheClassPathIsBuiltFromTheResources() throws IOException {
        assertThat(sources(null, "classpath:db/orders").primary())
                .isEqualTo(project.resolve("src/main/resources/db/orders"));
        assertThat(sources(null, "filesystem:sql", "classpath:/db").primary()).isEqualTo(project.resolve("sql"));
        assertThat(sources("other", "classpath:db/orders").primary()).isEqualTo(project.resolve("other"));
        assertThat(sources(null).primary()).isEqualTo(project.resolve("src/main/resources/db/migrations"));
    }

    @Test
    void seesARevisionThatIsNotBuiltYet() throws IOException {
        script("src/main/resources/db/migrations/a.sql", "a1", "");
        script("src/main/resources/db/migrations/b.sql", "b1", "a1");
        script("target/classes/db/migrations/a.sql", "a1", "");

        assertThat(ids(sources(null, "classpath:db/migrations").load())).containsExactly("a1", "b1");
    }

    /** A message leads a user to the file to change, and not to the copy that the next build replaces. */
    @ParameterizedTest
    @ValueSource(strings = {"target/classes", "build/resources/main", "bin/main"})
    void namesTheFileThatTheBuildCopied(String output) throws IOException {
        Path source = script("src/main/resources/db/migrations/sub/a.sql", "a1", "");
        script(output + "/db/migrations/sub/a.sql", "a1", "");
        Path alone = script(output + "/db/migrations/sub/b.sql", "b1", "a1");
        URL[] classPath = {project.resolve(output).toUri().toURL()};

        LocatedScripts located = new LocatedScripts(
                List.of("classpath:db/migrations"),
                List.of(),
                new URLClassLoader(classPath, null),
                new ConstructorFactory());

        assertThat(located.read().all())
                .extracting(RevisionScript::source)
                .containsExactly(source.toString(), alone.toString());
    }

    @Test
    void doesNotSeeACopyWhoseSourceIsGoneOrBroken() throws IOException {
        script("src/main/resources/db/migrations/a.sql", "a1", "");
        script("target/classes/db/migrations/gone.sql", "gone", "a1");
        Files.writeString(project.resolve("target/classes/db/migrations/a.sql"), "broken");

        assertThat(ids(sources(null, "classpath:db/migrations").load())).containsExactly("a1");
    }

    @Test
    void takesTheSourceOfARevisionThatIsElsewhereToo() throws IOException {
        Path source = script("sql/a.sql", "a1", "");
        script("target/classes/db/a.sql", "a1", "zz");
        script("target/classes/db/b.sql", "b1", "a1");

        List<RevisionScript> scripts = sources("sql", "classpath:db").load();

        assertThat(ids(scripts)).containsExactly("a1", "b1");
        assertThat(scripts.get(0).source()).isEqualTo(source.toString());
    }

    @Test
    void twoSourcesWithOneIdAreRefused() throws IOException {
        script("sql/a.sql", "a1", "");
        script("sql/b.sql", "a1", "");

        assertThatThrownBy(() ->
                        sources(null, "filesystem:" + project.resolve("sql")).load())
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("a.sql")
                .hasMessageContaining("b.sql");
    }

    @Test
    void aFolderThatIsNotOnTheClassPathYetIsNoMistake() throws IOException {
        Files.createDirectories(project.resolve("src/main/resources/db/new"));

        assertThat(sources(null, "classpath:db/new").load()).isEmpty();
        WorkspaceScripts mistyped = sources(null, "classpath:db/new", "filesystem:nwe");
        assertThatThrownBy(mistyped::load).isInstanceOf(ScriptException.class).hasMessageContaining("filesystem:nwe");
    }

    @Test
    void aNewScriptGoesIntoTheGivenFolder() throws IOException {
        Files.createDirectories(project.resolve("one"));
        WorkspaceScripts two = sources(null, "filesystem:one", "filesystem:two");

        assertThat(two.folderFor("two/below", List.of())).isEqualTo(project.resolve("two/below"));
        assertThatThrownBy(() -> two.folderFor("two/../three", List.of()))
                .isInstanceOf(RetortException.class)
                .hasMessage("The folder two/../three is not a folder for scripts. The folders for scripts are one, two."
                        + " Name one of these, or a folder below it.");
    }

    @Test
    void aNewScriptGoesIntoTheFolderOfItsParent() throws IOException {
        script("one/a.sql", "a1", "");
        script("two/deep/b.sql", "b1", "");
        WorkspaceScripts two = sources(null, "filesystem:" + project + "/one", "filesystem:" + project + "/two");
        List<RevisionScript> scripts = two.load();

        assertThat(two.folderFor(null, scripts.subList(1, 2))).isEqualTo(project.resolve("two/deep"));
        assertThatThrownBy(() -> two.folderFor(null, List.of()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("--version-path");
        assertThat(sources("one", "classpath:x", "filesystem:two").folderFor(null, List.of()))
                .isEqualTo(project.resolve("one"));
    }

    @Test
    void saysThatTheFolderIsMissing() throws IOException {
        WorkspaceScripts sources = sources(null, "classpath:db");

        assertThatThrownBy(() -> sources.folderFor(null, List.of()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("src/main/resources/db does not exist")
                .hasMessageContaining("`init`");
    }

    @Test
    void needsNoFolderInAProject() throws IOException {
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        LocatedScripts located = new LocatedScripts(
                List.of("classpath:no/such"),
                List.of(),
                WorkspaceScriptsTests.class.getClassLoader(),
                new ConstructorFactory(),
                MissingScripts.WARN);
        WorkspaceScripts sources = new WorkspaceScripts(project, located, SourceSettings.defaults());

        assertThat(sources.load()).isEmpty();
        assertThat(sources.folderFor(null, List.of())).isEqualTo(project.resolve("src/main/resources/no/such"));
    }

    @Test
    void onlyAScriptOfASourceFolderHasAFile() throws IOException {
        Path file = script("sql/a.sql", "a1", "");
        script("target/classes/db/b.sql", "b1", "a1");
        WorkspaceScripts sources = sources("sql", "classpath:db");
        List<RevisionScript> scripts = sources.load();

        assertThat(sources.file(scripts.get(0))).isEqualTo(file);
        assertThatThrownBy(() -> sources.file(scripts.get(1)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("target/classes/db/b.sql");
    }

    @Test
    void theCopyInTheApplicationsArchiveIsTheBuilds() {
        BuildCopies copies = BuildCopies.of(project.resolve("src/main/resources/db/migrations"));

        assertThat(copies.contains("/srv/app.jar!/BOOT-INF/classes/db/migrations/a.sql"))
                .isTrue();
        assertThat(copies.contains("/srv/app.jar!/BOOT-INF/lib/x.jar!/db/migrations/a.sql"))
                .isFalse();
        assertThat(copies.contains(project + "/build/resources/main/db/migrations/a.sql"))
                .isTrue();
        assertThat(copies.contains(project + "/target/classes/db/migrations2/a.sql"))
                .isFalse();
        assertThat(BuildCopies.of(project.resolve("sql")).contains(project + "/sql/a.sql"))
                .isFalse();
    }

    private WorkspaceScripts withClasses(String... packages) {
        ClassLoader loader = WorkspaceScriptsTests.class.getClassLoader();
        LocatedScripts located = new LocatedScripts(List.of(), List.of(packages), loader, new ConstructorFactory());
        return new WorkspaceScripts(project, located, SourceSettings.defaults());
    }

    private void source(String file, String text) throws IOException {
        Path path = project.resolve("src/main/java").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.ISO_8859_1);
    }

    @Test
    void seesTheJavaRevisionsThatAreCompiledAndMakesNone() throws IOException {
        script("src/main/resources/db/migrations/last.sql", "last", "j");

        assertThat(ids(withClasses("dev.retort.run", "com.acme.nothing.yet").load()))
                .containsExactly("last", "score", "customer", "j");
    }

    @Test
    void refusesToContinueWithoutAJavaRevisionThatIsNotCompiled() throws IOException {
        source(
                "dev/retort/run/found/New.java",
                "/** \u00e9 */\n@Revision(\n        id = \"new\",\n        down = \"score\")\n");
        WorkspaceScripts sources = withClasses("dev.retort.run");
        List<RevisionScript> known = sources.load();

        assertThatThrownBy(() -> sources.requireCompiled(known))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(
                        "Revision new of src/main/java/dev/retort/run/found/New.java is not compiled yet.")
                .hasMessageContaining("second head")
                .hasMessageContaining("Compile the project");
    }

    @Test
    void continuesWhenEveryJavaRevisionIsCompiled() throws IOException {
        source("dev/retort/run/A.java", "@dev.retort.migration.Revision( id=\"score\")\nclass A {}");
        source("dev/retort/run/B.java", "/**\n * @Revision(id = \"example\")\n */\nclass B {}");
        source("dev/retort/run/notes.txt", "@Revision(id = \"text\")");
        source("com/acme/C.java", "@Revision(id = \"elsewhere\")");
        WorkspaceScripts sources = withClasses("dev.retort.run", "com.acme.nothing.yet");

        assertThatCode(() -> sources.requireCompiled(sources.load())).doesNotThrowAnyException();
    }
}
