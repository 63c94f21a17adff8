/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptProblem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people, editors and file systems leave beside scripts. */
@Timeout(120)
class OddFilesTests {

    private static final String SCRIPT = "-- revision: a\n-- migrate: upgrade\n";
    private static final List<String> ORPHANED_FILES = List.of(
            ".#a.sql", "._a.sql", ".a.sql.swp", "a.sql~", ".git/c.sql", "old~/d.sql", "sub/.hidden.sql", ".A.SQL");

    private Path folder = Path.of("");

    @BeforeEach
    void workIn(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve(".hidden/migrations"));
        Files.writeString(folder.resolve("a.sql"), SCRIPT);
    }

    private static List<String> ids(String location) {
        return ScriptLoader.load(List.of(location), OddFilesTests.class.getClassLoader()).stream()
                .map(script -> script.revision().id())
                .toList();
    }

    private List<String> problems() {
        ScriptException refused = catchThrowableOfType(ScriptException.class, () -> ids(folder.toString()));
        assertThat(refused).as("nothing was refused").isNotNull();
        return refused.problems().stream().map(ScriptProblem::toString).toList();
    }

    private void isRefused(String name, String why) {
        assertThat(problems()).singleElement().asString().startsWith(folder.resolve(name) + ": " + why);
        assertThat(new LocatedScripts(
                                List.of(folder.toString()),
                                List.of(),
                                OddFilesTests.class.getClassLoader(),
                                new ConstructorFactory())
                        .manifest())
                .as("a start must not take the files for unchanged")
                .isEmpty();
    }

    @Test
    void refusesAFifoWithoutOpeningIt() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("x.sql").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "no FIFOs here");
        isRefused("x.sql", "This is no regular file");
    }

    @Test
    void refusesALinkToAFifo() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "no FIFOs here");
        Files.createSymbolicLink(folder.resolve("x.sql"), Path.of("pipe"));
        isRefused("x.sql", "This is no regular file");
    }

    @Test
    void refusesASocket(@TempDir Path near) throws IOException {
        folder = Files.createDirectory(near.resolve("m"));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("x.sql")));
            isRefused("x.sql", "This is no regular file");
        }
    }

    /** A folder is a folder whatever its name, so that an unpacked archive and the archive have the same revisions. */
    @Test
    void readsAFolderWithTheNameOfAScriptAsAFolder() throws IOException {
        for (String name : List.of("x.sql", "empty.sql", "Y.SQL", "x.sql/deep.sql")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("x.sql/b.sql"), SCRIPT.replace(": a", ": b"));
        Files.writeString(folder.resolve("x.sql/deep.sql/c.sql"), SCRIPT.replace(": a", ": c"));
        Files.createSymbolicLink(folder.resolve("link.sql"), Path.of("x.sql"));
        Path jar = folder.resolveSibling("scripts.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip(zip, "", folder);
        }

        assertThat(ids(folder.toString())).containsExactly("a", "b", "c");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            List<String> locations = List.of("classpath:db");
            assertThat(ScriptLoader.load(locations, loader))
                    .extracting(script -> script.revision().id())
                    .containsExactly("a", "b", "c");
            assertThat(new LocatedScripts(locations, List.of(), loader, new ConstructorFactory()).manifest())
                    .isPresent();
        }
    }

    private static void zip(ZipOutputStream zip, String below, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return;
        }
        if (Files.isDirectory(file)) {
            zip.putNextEntry(new ZipEntry("db/" + below));
            try (Stream<Path> files = Files.list(file)) {
                for (Path each : files.toList()) {
                    zip(zip, below + each.getFileName() + (Files.isDirectory(each) ? "/" : ""), each);
                }
            }
        } else {
            zip.putNextEntry(new ZipEntry("db/" + below));
            zip.write(Files.readAllBytes(file));
        }
    }

    @Test
    void refusesLinksThatLeadRoundInCircles() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.sql"), Path.of("y.sql"));
        Files.createSymbolicLink(folder.resolve("y.sql"), Path.of("x.sql"));
        Files.createSymbolicLink(folder.resolve("round"), Path.of("."));
        assertThat(problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains("The target of the link does not exist"));
    }

    @Test
    void namesAFileThatItMayNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("x.sql"), SCRIPT);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(secret), "a superuser may read everything");
        isRefused("x.sql", "It cannot be read");
    }

    @Test
    void namesAFileWhoseExtensionIsInCapitals() throws IOException {
        Files.writeString(folder.resolve("B.SQL"), SCRIPT);
        isRefused("B.SQL", "The name ends in \".SQL\", and only files that end in \".sql\" are scripts.");
    }

    @Test
    void namesACharacterThatNoTextCanHave() throws IOException {
        Files.writeString(folder.resolve("x.sql"), "-- revision: b\n-- migrate: upgrade\nSELECT '\0';\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(folder.resolve("x.sql") + ":3: The text has a NUL");
        Files.writeString(folder.resolve("x.sql"), "-- revision: b\n-- message: \0\n-- migrate: upgrade\n");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(folder.resolve("x.sql") + ":2: The text has a NUL");
    }

    @Test
    void skipsWhatEditorsAndFileSystemsLeave() throws IOException {
        for (String orphan : ORPHANED_FILES) {
            Path file = folder.resolve(orphan);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, new byte[] {0, 5, 22, 7, (byte) 0xFF});
        }
        Files.delete(folder.resolve(".#a.sql"));
        Files.createSymbolicLink(folder.resolve(".#a.sql"), Path.of("me@host.4711:1"));

        assertThat(ids(folder.toString())).containsExactly("a");
        assertThat(new LocatedScripts(
                                List.of(folder.toString()),
                                List.of(),
                                OddFilesTests.class.getClassLoader(),
                                new ConstructorFactory())
                        .manifest())
                .isPresent();
    }

    @Test
    void skipsThemInArchivesToo() throws IOException {
        Path jar = folder.resolveSibling("scripts.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String orphan : ORPHANED_FILES) {
                zip.putNextEntry(new ZipEntry("db/" + orphan));
                zip.write(new byte[] {0, 5, 22, 7, (byte) 0xFF});
            }
            zip.putNextEntry(new ZipEntry("db/a.sql"));
            zip.write(SCRIPT.getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(ScriptLoader.load(List.of("classpath:db"), loader)).hasSize(1);
        }
    }

    /** Kubernetes mounts the files of a ConfigMap like this. */
    @Test
    void readsScriptsThroughLinksIntoAFolderThatIsSkipped() throws IOException {
        Path data = Files.createDirectory(folder.resolve("..2026_11_29"));
        Files.writeString(data.resolve("b.sql"), SCRIPT.replace(": a", ": b"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_29"));
        Files.createSymbolicLink(folder.resolve("b.sql"), Path.of("..data/b.sql"));
        Files.writeString(folder.resolve("c.txt"), SCRIPT.replace(": a", ": c"));
        Files.createSymbolicLink(folder.resolve("c.sql"), Path.of("c.txt"));

        assertThat(ids(folder.toString())).containsExactly("a", "b", "c");
    }
}
