/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptProblem;
import dev.retort.internal.script.Scripts;
import dev.retort.settings.MissingLocations;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptLoaderTests {

    private static final ClassLoader LOADER = ScriptLoaderTests.class.getClassLoader();

    private Path folder;

    @BeforeEach
    void workIn(@TempDir Path temporary) {
        folder = temporary;
    }

    private void script(String file, String id) throws IOException {
        write(file, "-- revision: " + id + "\n-- migrate: upgrade\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> ids(List<RevisionScript> scripts) {
        return scripts.stream().map(script -> script.revision().id()).toList();
    }

    private List<String> load(String... locations) {
        return ids(ScriptLoader.load(List.of(locations), LOADER));
    }

    @Test
    void readsSubFoldersInTheOrderOfTheirPaths() throws IOException {
        script("b.sql", "b");
        script("a/z.sql", "z");
        script("c/d/e.sql", "e");
        script("notes.txt", "no");
        script("a.sql.bak", "no");
        assertThat(load(folder.toString())).containsExactly("z", "b", "e");
        assertThat(load("filesystem:" + folder)).containsExactly("z", "b", "e");
    }

    @Test
    void namesFilesAsThePersonDidWhoConfiguredThem() throws IOException {
        script("sub/a.sql", "a");
        assertThat(ScriptLoader.load(List.of(folder.toString()), LOADER))
                .extracting(RevisionScript::source)
                .containsExactly(folder.resolve("sub/a.sql").toString());
    }

    @Test
    void keepsTheOrderOfTheLocationsAndReadsEachFileOnce() throws IOException {
        script("x/a.sql", "a");
        script("y/b.sql", "b");
        String all = folder.toString();
        assertThat(load(all + "/y", all, all + "/x")).containsExactly("b", "a");
    }

    @Test
    void readsDirectoriesOfTheClassPath() throws IOException {
        script("one/db/migrations/b.sql", "b");
        script("two/db/migrations/a.sql", "a");
        URL[] roots = {
            folder.resolve("one").toUri().toURL(), folder.resolve("two").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(roots, null)) {
            assertThat(ids(ScriptLoader.load(List.of("classpath:/db/migrations/"), loader)))
                    .containsExactly("a", "b");
        }
    }

    @Test
    void readsWhateverHasAFileSystem() throws IOException {
        ClassLoader loader = loaderOf(URI.create("jrt:/java.base/java/lang").toURL());
        assertThat(ScriptLoader.load(List.of("classpath:java/lang"), loader)).isEmpty();
    }

    @Test
    void namesTheProtocolThatItCannotList() throws IOException {
        ClassLoader loader = loaderOf(new URL(null, "vfs:/db/migrations", new NoHandler()));
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptLoader.load(List.of("classpath:db/migrations"), loader))
                .withMessageContaining("vfs:/db/migrations: The folder cannot be listed: no file system for \"vfs:\"");
    }

    private static ClassLoader loaderOf(URL folder) {
        return new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) {
                return Collections.enumeration(List.of(folder));
            }
        };
    }

    private static final class NoHandler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("no handler for " + url);
        }
    }

    @Test
    void findsNothingInAnEmptyFolder() {
        assertThat(load(folder.toString())).isEmpty();
    }

    @Test
    void refusesMissingLocationsByDefault() {
        List<String> locations = List.of("classpath:no/such", folder + "/none");
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptLoader.load(locations, LOADER))
                .withMessageContaining("classpath:no/such: The location does not exist (looked for the folder no/such")
                .withMessageContaining("looked for the directory " + folder.resolve("none"));
        assertThat(ScriptLoader.load(locations, LOADER, MissingLocations.IGNORE))
                .isEmpty();
    }

    @Test
    void refusesLocationsThatItDoesNotUnderstand() throws IOException {
        script("a.sql", "a");
        String file = folder.resolve("a.sql").toString();
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> load("s3:bucket", "classpath:", "classpath:a/../b", "classpath:/", file))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(ScriptProblem::file)
                        .containsExactly("s3:bucket", "classpath:", "classpath:a/../b", "classpath:/", file));
    }

    @Test
    void namesBothFilesOfADoubledId() throws IOException {
        script("one.sql", "a");
        script("two.sql", "a");
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> load(folder.toString()))
                .withMessageContaining("one.sql")
                .withMessageContaining("two.sql");
    }

    @Test
    void reportsTheProblemsOfAllFilesAtOnce() throws IOException {
        write("one.sql", "-- migrate: upgrade\nSELECT 'x;");
        write("two.sql", "SELECT 1;");
        script("three.sql", "a");
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> load(folder.toString()))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(ScriptProblem::file)
                        .contains(
                                folder.resolve("one.sql").toString(),
                                folder.resolve("two.sql").toString()));
    }

    @Test
    void refusesFilesThatAreNotUtf8() throws IOException {
        Files.write(folder.resolve("a.sql"), "-- revision: a\n-- é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> load(folder.toString()))
                .withMessageContaining("a.sql: The file is not UTF-8: byte 18 is 0xE9.");
    }

    @Test
    void readsReplacementCharactersThatAreReallyThere() throws IOException {
        write("a.sql", "-- revision: a\n-- migrate: upgrade\nSELECT '\uFFFD';");
        assertThat(load(folder.toString())).containsExactly("a");
    }

    @Test
    void followsNoLinks() throws IOException {
        script("real/a.sql", "a");
        Files.createSymbolicLink(folder.resolve("b.sql"), Path.of("real/a.sql"));
        Files.createSymbolicLink(folder.resolve("same"), Path.of("real"));
        assertThat(load(folder.toString())).containsExactly("a");
    }

    @Test
    void readsALocationThatIsALinkItself() throws IOException {
        script("real/a.sql", "a");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        assertThat(load(link.toString())).containsExactly("a");
    }

    @Test
    void refusesLinksThatLeaveTheLocation() throws IOException {
        script("inside/a.sql", "a");
        script("outside/b.sql", "b");
        Path inside = folder.resolve("inside");
        Files.createSymbolicLink(inside.resolve("b.sql"), folder.resolve("outside/b.sql"));
        Files.createSymbolicLink(inside.resolve("more"), folder.resolve("outside"));
        Files.createSymbolicLink(inside.resolve("lost.sql"), folder.resolve("nowhere"));
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> load(inside.toString()))
                .satisfies(e -> assertThat(e.problems()).hasSize(3))
                .withMessageContaining("leads out of the location")
                .withMessageContaining("target of the link does not exist");
    }

    @Test
    void createsNoManifestOfAMissingLocation() {
        assertThat(new LocatedScripts(
                                List.of(folder.resolve("missing").toString()),
                                List.of(),
                                LOADER,
                                new ConstructorFactory())
                        .manifest())
                .isEmpty();
    }

    @Test
    void createsAnotherManifestWhenAFileIsRenamedAddedOrChanged() throws IOException {
        Set<String> digests = new HashSet<>();
        Files.writeString(folder.resolve("a.sql"), "-- revision: a\n-- migrate: upgrade\n");
        digests.add(digest());
        Files.move(folder.resolve("a.sql"), folder.resolve("b.sql"));
        digests.add(digest());
        Files.writeString(folder.resolve("b.sql"), "-- revision: b\n-- migrate: upgrade\n");
        digests.add(digest());
        Files.writeString(folder.resolve("c.sql"), "");
        digests.add(digest());

        assertThat(digests).hasSize(4);
    }

    private String digest() {
        return new LocatedScripts(List.of(folder.toString()), List.of(), LOADER, new ConstructorFactory())
                .manifest()
                .orElseThrow()
                .digest();
    }

    @Test
    void readsAClassOnceAlsoWhereOnePackageIsInAnother() {
        List<String> packages = List.of("dev.retort.run", "dev.retort.run.found", "dev.retort.run");

        Scripts scripts = new LocatedScripts(List.of(), packages, LOADER, new ConstructorFactory()).read();

        assertThat(ids(scripts.all())).containsExactly("score", "customer", "j");
    }
}
