/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JarProcess;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the module and the stand-alone jar: both contain picocli and java-diff-utils in packages of Retort. */
@EnabledIfSystemProperty(named = "packaged.jar", matches = ".*", disabledReason = "needs the packaged jars")
class PackagedJarTests {

    private static final Path OF_MODULE = Path.of(System.getProperty("packaged.jar", ""));
    private static final Path STAND_ALONE = OF_MODULE.resolveSibling("retort.jar");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private JarProcess run(Map<String, String> environment, String... arguments) throws Exception {
        return JarProcess.run(STAND_ALONE, folder, environment, List.of(arguments));
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.endsWith("/"))
                    .toList();
        }
    }

    @Test
    void theClassesOfTheJarOfTheModuleAreInPackagesOfRetort() throws IOException {
        List<String> entries = entries(OF_MODULE);

        assertThat(entries)
                .contains(
                        "dev/retort/cli/internal/picocli/CommandLine.class",
                        "dev/retort/cli/internal/difflib/DiffUtils.class");
        assertThat(entries)
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("dev/retort/cli/"))
                .noneMatch(name -> name.endsWith("module-info.class"));
        assertThat(entries).doesNotHaveDuplicates().noneMatch(name -> name.startsWith("META-INF/versions/"));
    }

    @Test
    void theJarOfTheModuleSaysWhatItContains() throws IOException {
        try (JarFile jar = new JarFile(OF_MODULE.toFile())) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(text(jar, "META-INF/NOTICE")).contains("picocli 4.", "java-diff-utils 4.");
            assertThat(text(jar, "META-INF/maven/info.picocli/picocli/pom.properties"))
                    .contains("artifactId=picocli\nversion=4.");
            assertThat(text(jar, "META-INF/maven/io.github.java-diff-utils/java-diff-utils/pom.properties"))
                    .contains("version=4.");
        }
    }

    @Test
    void theManifestOfTheModuleIsThatOfEachModule() throws IOException {
        try (JarFile jar = new JarFile(OF_MODULE.toFile())) {
            Attributes attributes = jar.getManifest().getMainAttributes();

            assertThat(attributes.getValue("Automatic-Module-Name")).isEqualTo("dev.retort.cli");
            assertThat(attributes.getValue("Implementation-Title")).isEqualTo("Retort Command Line");
            assertThat(attributes.getValue("Implementation-Version")).isNotBlank();
            assertThat(attributes.getValue("Multi-Release")).isNull();
        }
    }

    @Test
    void theStandAloneJarContainsEachLibraryOnce() throws IOException {
        assertThat(entries(STAND_ALONE))
                .contains("dev/retort/cli/internal/picocli/CommandLine.class", "org/postgresql/Driver.class")
                .noneMatch(name -> name.startsWith("picocli/") || name.startsWith("com/github/difflib/"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theStandAloneJarContainsTheLicensesOfItsLibraries() throws IOException {
        try (JarFile jar = new JarFile(STAND_ALONE.toFile())) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "PostgreSQL Global Development Group");
            assertThat(text(jar, "META-INF/NOTICE")).contains("java-diff-utils", "Jackson");
        }
    }

    @Test
    void theStandAloneJarRunsCommands() throws Exception {
        Path script = folder.resolve("a1_customer.sql");
        Files.writeString(script, """
                -- revision: a1
                -- down_revision:

                -- migrate: upgrade
                CREATE TABLE customer (id int);

                -- migrate: downgrade
                DROP TABLE customer;
                """);
        try (TestDatabase database = TestDatabase.create()) {
            Map<String, String> environment = Map.of(
                    "RETORT_URL", database.url(),
                    "RETORT_USERNAME", database.user(),
                    "RETORT_LOCATIONS", folder.toString());
            assertThat(run(environment, "upgrade", "head").status()).isZero();
            Files.writeString(script, Files.readString(script).replace("id int", "id bigint"));

            JarProcess validated = run(environment, "validate");

            assertThat(validated.status()).as(validated.err()).isEqualTo(1);
            assertThat(validated.out())
                    .contains(
                            "--- as applied",
                            "-CREATE TABLE customer (id int);",
                            "+CREATE TABLE customer (id bigint);");
        }
    }

    @Test
    void theStandAloneJarRefusesWrongOptions() throws Exception {
        JarProcess result = run(Map.of(), "history", "--verbos");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("Unknown option: '--verbos'", "--verbose");
    }

    /** System properties keep their names, such as {@code picocli.usage.width}. */
    @Test
    void onlyClassesOfTheLibrariesHaveOtherNames() throws IOException {
        try (JarFile jar = new JarFile(OF_MODULE.toFile())) {
            ZipEntry help = jar.getEntry("dev/retort/cli/internal/picocli/CommandLine$Help$Ansi.class");

            assertThat(new String(jar.getInputStream(help).readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("picocli.ansi")
                    .doesNotContain("internal.picocli.ansi");
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        ZipEntry found = jar.getEntry(entry);
        assertThat(found).as(entry).isNotNull();
        return new String(jar.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8);
    }
}
