/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.script.Problems;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.internal.script.read.ScriptLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveFolderTests {

    private Path temporary;

    private Path boot;

    @BeforeEach
    void buildJarOfSpringBoot(@TempDir Path folder) throws IOException {
        temporary = folder;
        boot = temporary.resolve("my app+1.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(boot))) {
            put(zip, "BOOT-INF/classes/db/migrations/b.sql", script("b"));
            put(zip, "BOOT-INF/classes/db/migrations/a/a.sql", script("a"));
            put(zip, "BOOT-INF/classes/db/migrations2/no.sql", script("no"));
            ByteArrayOutputStream library = new ByteArrayOutputStream();
            writeLibrary(library, false);
            putStored(zip, "BOOT-INF/lib/library.jar", library.toByteArray());
        }
    }

    private static void writeLibrary(OutputStream target, boolean folders) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            if (folders) {
                zip.putNextEntry(new ZipEntry("db/"));
                zip.putNextEntry(new ZipEntry("db/migrations/"));
            }
            put(zip, "db/migrations/d.sql", script("d"));
            put(zip, "db/migrations/c.sql", script("c"));
            put(zip, "db/migrations/notes.txt", script("no"));
        }
    }

    private static byte[] script(String id) {
        return ("-- revision: " + id + "\n-- migrate: upgrade\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static void putStored(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private List<String> paths(String url) {
        ArchiveFolder folder = Objects.requireNonNull(ArchiveFolder.parse(url));
        ScriptFiles files = new ScriptFiles(new Problems());
        try {
            folder.read(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.endLocation();
        return files.inOrder().stream().map(ScriptFile::path).toList();
    }

    private String bootPath() {
        return boot.toUri().getRawPath();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "jar:file:/x/a%20b+c.jar!/db/migrations, /x/a b+c.jar, -, db/migrations/",
                "jar:file:/a.jar!/, /a.jar, -, ''",
                "jar:nested:/a.jar/!BOOT-INF/classes/!/db, /a.jar, -, BOOT-INF/classes/db/",
                "jar:nested:/a.jar/!BOOT-INF/classes/!/db/, /a.jar, -, BOOT-INF/classes/db/",
                "jar:nested:/a.jar/!BOOT-INF/lib/b.jar!/db, /a.jar, BOOT-INF/lib/b.jar, db/",
                "jar:nested:/a.jar/!BOOT-INF/lib/b.jar!/, /a.jar, BOOT-INF/lib/b.jar, ''",
                "jar:nested:/a.jar!/db, /a.jar, -, db/",
                "jar:file:/a.war!/WEB-INF/classes!/db, /a.war, -, WEB-INF/classes/db/",
                "jar:file:/a.jar!/BOOT-INF/lib/b.jar!/db, /a.jar, BOOT-INF/lib/b.jar, db/",
            })
    void understandsTheAddressesOfClassLoaders(String url, Path archive, String nested, String folder) {
        assertThat(ArchiveFolder.parse(url)).isEqualTo(new ArchiveFolder(archive, nested, folder));
    }

    @Test
    void leavesOtherAddressesToOthers() {
        assertThat(ArchiveFolder.parse("file:/a/b")).isNull();
        assertThat(ArchiveFolder.parse("jar:war:file:/a.war*/WEB-INF/lib/b.jar!/db"))
                .isNull();
    }

    @Test
    void readsTheClassesOfAJarOfSpringBoot() {
        assertThat(paths("jar:nested:" + bootPath() + "/!BOOT-INF/classes/!/db/migrations"))
                .containsExactly("a/a.sql", "b.sql");
    }

    @Test
    void readsALibraryWithinAJarOfSpringBoot() {
        assertThat(paths("jar:nested:" + bootPath() + "/!BOOT-INF/lib/library.jar!/db/migrations"))
                .containsExactly("c.sql", "d.sql");
    }

    @Test
    void namesScriptsByArchiveAndEntry() throws IOException {
        ScriptFiles files = new ScriptFiles(new Problems());
        new ArchiveFolder(boot, "BOOT-INF/lib/library.jar", "db/migrations/").read(files);
        files.endLocation();
        assertThat(files.inOrder())
                .extracting(ScriptFile::source)
                .contains(boot + "!/BOOT-INF/lib/library.jar!/db/migrations/c.sql");
    }

    private static ScriptManifest manifest(ArchiveFolder folder, ScriptFiles files) throws IOException {
        assertThat(folder.read(files)).isTrue();
        files.endLocation();
        return files.manifest(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, BOOT-INF/classes/db/migrations/", "BOOT-INF/lib/library.jar, db/migrations/"})
    void createsTheSameManifestWithAndWithoutReading(String nested, String path) throws IOException {
        ArchiveFolder folder = new ArchiveFolder(boot, nested, path);

        ScriptManifest listed = manifest(folder, ScriptFiles.withoutTexts(new Problems()));

        assertThat(listed.count()).isEqualTo(2);
        assertThat(listed).isEqualTo(manifest(folder, new ScriptFiles(new Problems())));
    }

    @Test
    void createsTheSameManifestOfAnArchiveAndOfItsUnpackedFiles() throws IOException {
        Path unpacked = Files.createDirectories(temporary.resolve("unpacked/a"));
        Files.write(unpacked.resolve("a.sql"), script("a"));
        Files.write(unpacked.resolveSibling("b.sql"), script("b"));

        ScriptManifest listed = manifest(
                new ArchiveFolder(boot, null, "BOOT-INF/classes/db/migrations/"),
                ScriptFiles.withoutTexts(new Problems()));

        assertThat(new LocatedScripts(
                                List.of("filesystem:" + temporary.resolve("unpacked")),
                                List.of(),
                                getClass().getClassLoader(),
                                new ConstructorFactory())
                        .manifest())
                .contains(listed);
    }

    @Test
    void findsNothingWhereThereIsNothing() throws IOException {
        ScriptFiles files = new ScriptFiles(new Problems());
        assertThat(new ArchiveFolder(boot, "BOOT-INF/lib/other.jar", "db/").read(files))
                .isFalse();
        assertThat(new ArchiveFolder(boot, null, "other/").read(files)).isFalse();
        assertThat(new ArchiveFolder(temporary.resolve("no.jar"), null, "db/").read(files))
                .isFalse();
    }

    @Test
    void readsJarsOfTheClassPath() throws IOException {
        assertThat(fromClassPath(true)).containsExactly("c", "d");
    }

    @Test
    void readsJarsWithoutEntriesForFolders() throws IOException {
        assertThat(fromClassPath(false)).containsExactly("c", "d");
    }

    private List<String> fromClassPath(boolean folders) throws IOException {
        Path library = temporary.resolve("library.jar");
        writeLibrary(Files.newOutputStream(library), folders);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {library.toUri().toURL()}, null)) {
            return ScriptLoader.load(List.of("classpath:db/migrations"), loader).stream()
                    .map(script -> script.revision().id())
                    .toList();
        }
    }
}
