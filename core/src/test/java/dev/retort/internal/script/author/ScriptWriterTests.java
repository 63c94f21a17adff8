/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New scripts: their text, their names, and what is refused. */
class ScriptWriterTests {

    private static final Instant CREATED = Instant.parse("2026-11-22T19:13:00.123Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void resolveLinks() throws IOException {
        folder = folder.toRealPath();
    }

    private static NewScript script(String message) {
        return new NewScript(
                new Revision("c1", List.of("a1", "b1"), List.of("billing"), List.of("d1")), message, CREATED, "", "");
    }

    private static NewScript base() {
        return new NewScript(new Revision("a1", List.of(), List.of(), List.of()), "", CREATED, "", "");
    }

    private Path write(String fileTemplate, NewScript script) {
        WorkspaceScripts sources = new WorkspaceScripts(
                folder,
                new LocatedScripts(
                        List.of("filesystem:" + folder),
                        List.of(),
                        ScriptWriterTests.class.getClassLoader(),
                        new ConstructorFactory()),
                new SourceSettings(null, fileTemplate, List.of()));
        return new ScriptWriter(sources).write(folder, script);
    }

    @Test
    void saysEverythingInTheHeader() throws IOException {
        assertThat(write("{timestamp}_{slug}", script("Add e-mail to customer")))
                .isEqualTo(folder.resolve("20261122191300_add_e_mail_to_customer.sql"))
                .hasContent("""
                    -- revision: c1
                    -- down_revision: a1, b1
                    -- branch_labels: billing
                    -- depends_on: d1
                    -- message: Add e-mail to customer
                    -- created: 2026-11-22T19:13:00Z

                    -- migrate: upgrade

                    -- migrate: downgrade
                    """);
    }

    @Test
    void leavesOutWhatThereIsNot() throws IOException {
        assertThat(write("{rev}_{slug}", base()))
                .isEqualTo(folder.resolve("a1.sql"))
                .hasContent("""
                    -- revision: a1
                    -- created: 2026-11-22T19:13:00Z

                    -- migrate: upgrade

                    -- migrate: downgrade
                    """);
    }

    @Test
    void putsStatementsIntoTheirSections() throws IOException {
        NewScript filled =
                new NewScript(base().revision(), "", CREATED, "CREATE TABLE \"a$1\" ();\n", "DROP TABLE \"a$1\";");

        assertThat(write("{rev}", filled))
                .content()
                .endsWith("-- migrate: upgrade\n"
                        + "CREATE TABLE \"a$1\" ();\n\n"
                        + "-- migrate: downgrade\n"
                        + "DROP TABLE \"a$1\";\n");
    }

    @Test
    void aMessageStaysOnItsLine() {
        assertThat(write("{rev}_{slug}", script("one\n\n-- migrate: upgrade\nDROP TABLE x;")))
                .content()
                .contains("-- message: one -- migrate: upgrade DROP TABLE x;\n");
    }

    @Test
    void everyBundledTemplateMakesAScript() throws IOException {
        for (BundledTemplate template : BundledTemplate.values()) {
            Files.writeString(folder.resolve(ScriptTemplate.FILE_NAME), template.text());

            Path file = write(template.title(), script("x"));

            assertThat(file).content().contains("-- down_revision: a1, b1\n", "\n-- migrate: downgrade\n");
        }
    }

    @Test
    void takesTheTemplateOfTheFolder() throws IOException {
        Files.writeString(folder.resolve(ScriptTemplate.FILE_NAME), """
            -- SPDX-License-Identifier: Apache-2.0

            -- revision: ${revision}
            -- down_revision: ${down_revision}
            -- branch_labels: ${branch_labels}
            -- depends_on: ${depends_on}

            -- migrate: upgrade
            SELECT '$${revision}';
            -- migrate: irreversible we never go back
            """);

        assertThat(write("{rev}", script("x")))
                .content()
                .startsWith("-- SPDX-License-Identifier: Apache-2.0\n\n-- revision: c1\n")
                .contains("SELECT '${revision}';\n");
    }

    @Test
    void refusesATemplateThatItDoesNotUnderstand() throws IOException {
        Files.writeString(folder.resolve(ScriptTemplate.FILE_NAME), "-- revision: ${revision}\n-- x ${author}\n");

        assertThatThrownBy(() -> write("{rev}", base()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("has ${author} on line 2")
                .hasMessageContaining("down_revision");
    }

    @Test
    void refusesATemplateWhoseScriptsWouldBeRefusedOrBeOthers() throws IOException {
        Path template = folder.resolve(ScriptTemplate.FILE_NAME);
        Files.writeString(template, "-- revision: ${revision}\n");
        assertThatThrownBy(() -> write("{rev}", base()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("does not produce a valid script")
                .hasMessageContaining("There is no upgrade section");

        Files.writeString(template, "-- revision: ${revision}\n\n-- migrate: upgrade\n");
        assertThatThrownBy(() -> write("{rev}", script("x")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("would be read as");
        assertThat(folder.resolve("c1.sql")).doesNotExist();
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(folder.resolve("a1.sql"), "mine");

        assertThatThrownBy(() -> write("{rev}", base()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("A file of that name exists");
        assertThat(folder.resolve("a1.sql")).hasContent("mine");
    }

    @Test
    void makesSubFolders() {
        assertThat(write("{year}/{month}/{rev}", base()))
                .isEqualTo(folder.resolve("2026/11/a1.sql"))
                .exists();
    }

    @Test
    void refusesAFileTemplateWithAControlCharacter() {
        for (String template : List.of("a\0{rev}", "a\n{rev}", "a\u001B[31m{rev}")) {
            assertThatThrownBy(() -> write(template, base()))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("control character")
                    .hasMessageContaining("retort.file-template");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAFileTemplateThatLeadsOut() {
        for (String template : List.of("../{rev}", "{year}/../../{rev}", "/{rev}", "c:{rev}", "{slug}", "..\\{rev}")) {
            assertThatThrownBy(() -> write(template, base()))
                    .as(template)
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("does not produce a file name");
        }
        assertThatThrownBy(() -> write("{revision}", base()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("{revision}")
                .hasMessageContaining("epoch");
    }

    @Test
    void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("2026"), elsewhere);

        assertThatThrownBy(() -> write("{year}/deep/{rev}", base()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("leads from there out of the folder");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aSlugHasLatinLettersWithoutMarksAndLeavesOtherScripts() {
        assertThat(Slug.of("créer")).isEqualTo("creer");
        assertThat(Slug.of("Cre\u0301er")).isEqualTo("creer");
        assertThat(Slug.of("Straße Œuvre Łódź Ærø İst ığ Þor")).isEqualTo("strasse_oeuvre_lodz_aero_ist_ig_thor");
        assertThat(Slug.of("йод 顧客 がく")).isEqualTo("йод_顧客_がく");
    }

    @Test
    void aSlugIsCutAtAWord() {
        assertThat(Slug.of("Ajouter l'adresse « déjà » au client, puis la remplir partout"))
                .isEqualTo("ajouter_l_adresse_deja_au_client_puis_la");
        assertThat(Slug.of("x".repeat(50))).isEqualTo("x".repeat(40));
        assertThat(Slug.of("../../etc/passwd")).isEqualTo("etc_passwd");
    }
}
