/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.settings.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a squash, of which each change fails once, and before each of which the process ends once. */
class SquashFilesTests {

    /** How many changes of files a squash of four scripts makes at most. */
    private static final int CHANGES = 15;

    @TempDir
    Path folder = Path.of("");

    private Path project = Path.of("");

    /** The end of a process: nothing catches it. */
    private static final class Killed extends Error {}

    /** Changes of files, one of which fails. */
    private static final class Failing extends FileChanges {

        private final int at;
        private final boolean kill;
        private int count;

        private Failing(int at, boolean kill) {
            this.at = at;
            this.kill = kill;
        }

        private void next() throws IOException {
            if (count++ == at && kill) {
                throw new Killed();
            }
            if (count - 1 == at) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        void write(Path file, String text) throws IOException {
            if (count == at) {
                super.write(file, text.substring(0, text.length() / 2));
            }
            next();
            super.write(file, text);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            next();
            super.move(from, to);
        }

        @Override
        void delete(Path file) throws IOException {
            next();
            super.delete(file);
        }
    }

    @BeforeEach
    void makeAProject() {
        project = folder.resolve("project");
        revision("a.sql", "a", "");
        revision("first/b.sql", "b", "a");
        revision("first/second/c.sql", "c", "b");
        revision("d.sql", "d", "c");
        revision("e.sql", "e", "d");
    }

    private void revision(String file, String id, String down) {
        Path path = project.resolve("db/migrations").resolve(file);
        try {
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(
                    path,
                    "-- revision: " + id + "\n-- down_revision: " + down
                            + "\n\n-- migrate: upgrade\nSELECT 1;\n-- migrate: downgrade\n-- migrate: nothing\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkspaceScripts sources() {
        return new WorkspaceScripts(
                project,
                new LocatedScripts(
                        List.of("filesystem:" + project.resolve("db/migrations")),
                        List.of(),
                        SquashFilesTests.class.getClassLoader(),
                        new ConstructorFactory()),
                SourceSettings.defaults());
    }

    private SquashResult result(WorkspaceScripts sources) {
        SquashRange range = SquashRange.of(Revisions.of(sources.load()), "a:d");
        String text = new SquashFiles(sources, "all", Instant.EPOCH, false)
                .text(range, new SquashedSections("SELECT 2;\n", "-- migrate: nothing\n"));
        return new SquashResult(range, text, 0, 0, true, List.of());
    }

    private void squash(boolean delete, FileChanges changes) {
        WorkspaceScripts sources = sources();
        new SquashFiles(sources, "all", Instant.EPOCH, delete, changes).write(result(sources));
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(project)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(project.relativize(file).toString(), Files.readString(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ids() {
        return sources().load().stream()
                .map(RevisionScript::revision)
                .map(revision -> revision.id())
                .sorted()
                .toList();
    }

    private void restore(Map<String, String> files) {
        try {
            for (String file : files().keySet()) {
                Files.delete(project.resolve(file));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.createDirectories(project.resolve(file.getKey()).resolveSibling(""));
                Files.writeString(project.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void restoresAllFilesWhenAChangeFails(boolean delete) {
        Map<String, String> before = files();
        int failed = 0;
        for (int at = 0; at < CHANGES; at++) {
            Failing changes = new Failing(at, false);
            try {
                squash(delete, changes);
            } catch (RetortException e) {
                assertThat(e)
                        .hasMessageContaining("The squash was not written.")
                        .hasMessageContaining("No space left");
                assertThat(files()).as("change " + at).isEqualTo(before);
                failed++;
            }
            restore(before);
        }
        assertThat(failed).isBetween(9, CHANGES - 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNextSquashFinishesOneWhoseProcessEnded(boolean delete) {
        Map<String, String> before = files();
        squash(delete, new FileChanges());
        Map<String, String> after = files();
        assertThat(ids()).containsExactly("d", "e");
        List<Boolean> finished = IntStream.range(0, CHANGES)
                .mapToObj(at -> endsAt(at, delete, before, after))
                .toList();

        assertThat(finished).contains(true, false).isSorted();
    }

    /** {@return whether the squash had happened} */
    private boolean endsAt(int at, boolean delete, Map<String, String> before, Map<String, String> after) {
        restore(before);
        boolean ended = true;
        try {
            squash(delete, new Failing(at, true));
            ended = false;
        } catch (Killed e) {
            assertReadersSeeOneOfTheTwo();
        }
        boolean finished = SquashJournal.finish(sources()).isPresent() || !ended || files().equals(after);
        Map<String, String> found = files();
        found.keySet().removeIf(file -> file.endsWith(".tmp"));
        assertThat(found).as("process ended before change " + at).isEqualTo(finished ? after : before);
        assertThat(SquashJournal.finish(sources())).isEmpty();
        return finished;
    }

    /** The scripts from before, those from after, or an error that says what to do; never a part of them. */
    private void assertReadersSeeOneOfTheTwo() {
        try {
            assertThat(ids()).isIn(List.of("a", "b", "c", "d", "e"), List.of("d", "e"));
        } catch (RetortException e) {
            assertThat(e).hasMessageContaining("run `squash` again to finish it");
        }
    }

    @Test
    void saysWhyItCannotBeFinished() throws IOException {
        try {
            squash(false, new Failing(5, true));
        } catch (Killed e) {
            Files.createDirectories(project.resolve("db/squashed/a.sql"));
        }
        assertThatThrownBy(() -> SquashJournal.finish(sources()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("A squash was interrupted and could not be finished.");
    }
}
