/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cannot be squashed, and what is left after a squash that fails. */
class SquashRefusalTests extends SquashTestCase {

    private void imported(String id, String from) {
        write(id + ".sql", read(id + ".sql").replace("-- message:", "-- imported_from: " + from + "\n-- message:"));
    }

    @Test
    void refusesWhatCannotBeSquashed() {
        shop();
        revision("e1", "b1", "CREATE TABLE e1 ();", "DROP TABLE e1;");
        List<String> before = files();

        assertThat(shell().run("squash", "a1:d1").err())
                .contains("The range a1:d1 cannot be squashed.")
                .contains("e1, which is outside of the range, has the parent b1.");
        assertThat(shell().run("squash", "a1:a1").err()).contains("The range has one revision, a1.");
        assertThat(shell().run("squash", "d1:a1").err()).contains("a1 does not descend from d1.");
        assertThat(shell().run("squash", "a1").err()).contains("'a1' is not a range.");
        assertThat(shell().run("squash", "a1:x9").err()).contains("No revision or branch 'x9' exists");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keepsADowngradeThatIsRefusedRefused() {
        shop();
        revision("b1", "a1", "ALTER TABLE person ADD COLUMN mail text;", "-- migrate: irreversible not worth it");

        Shell.Result result = shell().run("squash", "a1:d1", "-m", "all");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("there is no downgrade.");
        assertThat(read("d1_all.sql")).contains("-- migrate: irreversible b1: not worth it");
    }

    @Test
    void refusesRevisionsThatCannotBeReplacedAndSaysWhatToDo() {
        shop();
        imported("b1", "flyway V \"2\" 77");
        write("c1.sql", read("c1.sql").replace("-- message:", "-- placeholders: true\n-- message:"));
        imported("d1", "flyway R \"people\"");
        List<String> before = files();

        assertThat(shell().run("squash", "a1:d1").err())
                .contains("b1 was imported from another tool and a1 was not: a database of that tool would always be"
                        + " inside the range, and could not be adopted. Squash the imported revisions for themselves.")
                .contains(
                        "c1 has placeholders: the generated statements would contain their values of this environment."
                                + " Squash the range before it and the range after it separately.")
                .contains("d1 was imported from a migration that is not versioned (flyway R \"people\")")
                .contains("If every database is adopted, delete the line imported_from");
        assertThat(files()).isEqualTo(before);
    }

    @Tag("slow")
    @Test
    void keepsWhereARangeWasImportedFrom() {
        shop();
        imported("b1", "flyway V \"2\" 77|78");
        imported("c1", "flyway V \"3\" -5");

        Shell.Result result = shell().run("squash", "b1:c1", "-m", "people");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(read("c1_people.sql"))
                .contains("\n-- imported_from: flyway V \"2\" 77|78, flyway V \"3\" -5\n")
                .containsPattern("\n-- squashed_checksum: [0-9a-f]{64} \"make c1\"\n");
        assertThat(shell().run("squash", "a1:c1").err()).contains("c1 was imported from another tool and a1 was not");
        imported("d1", "flyway V \"4\" 9");
        assertThat(shell().run("squash", "c1:d1", "-m", "more").status()).isZero();
        assertThat(read("d1_more.sql"))
                .contains("-- imported_from: flyway V \"2\" 77|78, flyway V \"3\" -5, flyway V \"4\" 9\n");
    }

    @Tag("slow")
    @Test
    void restoresTheFilesWhenOneCannotBeMovedAndFinishesASquashThatWasInterrupted() throws IOException {
        shop();
        Files.createDirectories(folder.resolve("sub"));
        Files.move(folder.resolve("b1.sql"), folder.resolve("sub/b1.sql"));
        Path target = Files.createDirectories(project.resolve("src/main/resources/db/squashed"));
        Files.writeString(target.resolve("sub"), "no folder");
        List<String> before = files();

        Shell.Result failed = shell().run("squash", "a1:c1", "-m", "people");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).contains("The squash was not written.").contains("sub");
        assertThat(files()).isEqualTo(before);

        Files.delete(target.resolve("sub"));
        Path kept = Files.copy(folder.resolve("c1.sql"), project.resolve("kept"));
        assertThat(shell().run("squash", "a1:c1", "-m", "people").status()).isZero();
        Files.move(kept, folder.resolve("c1.sql"));
        Files.delete(target.resolve("c1.sql"));
        Files.writeString(folder.resolve(".squash"), "c1_people.sql\nc1.sql ..%2Fsquashed%2Fc1.sql\n");

        assertThat(shell().run("history").err()).contains("run `squash` again to finish it");
        assertThat(shell().run("squash", "a1:c1").out())
                .contains("Finishing the squash that was interrupted, src/main/resources/db/migrations/c1_people.sql");
        assertThat(files())
                .containsExactly(
                        "migrations/c1_people.sql",
                        "migrations/d1.sql",
                        "squashed/a1.sql",
                        "squashed/c1.sql",
                        "squashed/sub/b1.sql");
        assertThat(shell().run("history").status()).isZero();
    }
}
