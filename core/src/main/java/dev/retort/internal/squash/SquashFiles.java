/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.internal.script.author.NewScript;
import dev.retort.internal.script.author.ScriptTemplate;
import dev.retort.internal.script.author.ScriptWriter;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The files of a squash: the new script in the folder of the last one that it replaces, and those moved to the folder
 * {@code squashed} beside the location, or deleted. All of it happens, or nothing. The new script comes first: until the last
 * of the others is gone, every reader of the folder refuses what it finds.
 */
public final class SquashFiles {

    private static final String FOLDER = "squashed";

    private final WorkspaceScripts sources;
    private final String message;
    private final Instant created;
    private final boolean delete;
    private final FileChanges changes;

    /**
     * Creates a writer.
     *
     * @param sources the folders of scripts
     * @param message the message of the new script; blank for one that names the range
     * @param created when the new script was made
     * @param delete whether the replaced files are deleted
     */
    public SquashFiles(WorkspaceScripts sources, String message, Instant created, boolean delete) {
        this(sources, message, created, delete, new FileChanges());
    }

    SquashFiles(WorkspaceScripts sources, String message, Instant created, boolean delete, FileChanges changes) {
        this.changes = changes;
        this.sources = sources;
        this.message = message;
        this.created = created;
        this.delete = delete;
    }

    /** {@return the text of the script that replaces a range, by the template of its folder} */
    public String text(SquashRange range, SquashedSections sections) {
        Path folder = folder(range);
        NewScript script = script(range, sections);
        String text = ScriptTemplate.in(List.of(folder, sources.rootOf(folder), sources.primary()))
                .render(script);
        StringBuilder keys = new StringBuilder();
        range.headerKeys().forEach((key, value) -> keys.append("-- " + key + ": " + value + "\n"));
        return text.replaceFirst("(?m)^(-- revision:[^\\n]*\\n)", "$1" + Matcher.quoteReplacement(keys.toString()));
    }

    private NewScript script(SquashRange range, SquashedSections sections) {
        String first = range.first().revision().id();
        String given = message.isBlank()
                ? "squash " + range.members().size() + " revisions, " + first + " to "
                        + range.place().id()
                : message;
        return new NewScript(range.place(), given, created, sections.upgrade(), sections.downgrade());
    }

    private Path folder(SquashRange range) {
        Path last = sources.file(range.members().get(range.members().size() - 1));
        return last.resolveSibling("").normalize();
    }

    /**
     * Finds where the files go, to no place if they are deleted; writes nothing.
     *
     * @throws RetortException when a replaced script is in no source folder, or its new place is taken or would be read
     */
    public Map<Path, Optional<Path>> moves(SquashRange range) {
        Map<Path, Optional<Path>> moves = new LinkedHashMap<>();
        for (var member : range.members()) {
            Path file = sources.file(member);
            moves.put(file, delete ? Optional.empty() : Optional.of(target(file)));
        }
        return moves;
    }

    private Path target(Path file) {
        Path root = sources.rootOf(file.resolveSibling("").normalize());
        Path folder = root.resolveSibling(FOLDER);
        Path target = folder.resolve(root.relativize(file).toString());
        if (!sources.rootOf(folder).equals(folder)) {
            throw new RetortException(
                    "The replaced scripts cannot be moved to " + sources.shown(folder) + ".",
                    "The folder is in a location, so its files would be read as revisions.",
                    "Delete the replaced scripts with --delete; version control keeps them.");
        }
        if (Files.exists(target)) {
            throw new RetortException(
                    "The replaced script " + sources.shown(file) + " cannot be moved.",
                    sources.shown(target) + " exists.",
                    "Move that file away, or delete the replaced scripts with --delete.");
        }
        return target;
    }

    /**
     * Writes the new script and moves or deletes the replaced ones.
     *
     * @return the file of the new script
     * @throws RetortException when a file cannot be written; everything is then as it was
     */
    public Path write(SquashResult result) {
        SquashRange range = result.range();
        Path file = new ScriptWriter(sources).file(folder(range), script(range, new SquashedSections("", "")));
        Map<Path, Optional<Path>> moves = moves(range);
        if (Files.exists(file)) {
            throw new RetortException(
                    "The script " + sources.shown(file) + " was not written.",
                    "A file of that name exists.",
                    "Choose another message, or put {rev} into retort.file-template.");
        }
        List<Undo> done = new ArrayList<>();
        try {
            SquashJournal journal = new SquashJournal(sources.rootOf(folder(range)), file, moves);
            done.add(() -> journal.remove(changes));
            journal.write(changes);
            Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
            done.add(() -> changes.delete(temporary));
            changes.write(temporary, result.text());
            changes.move(temporary, file);
            done.add(() -> changes.delete(file));
            for (Map.Entry<Path, Optional<Path>> move : moves.entrySet()) {
                move(move.getKey(), move.getValue().orElse(null), done);
            }
            journal.remove(changes);
            return file;
        } catch (IOException e) {
            throw undone(done, e);
        }
    }

    /** Reverses one change of files. */
    @FunctionalInterface
    private interface Undo {
        void run() throws IOException;
    }

    private void move(Path from, @Nullable Path to, List<Undo> done) throws IOException {
        if (to == null) {
            byte[] content = Files.readAllBytes(from);
            done.add(() -> Files.write(from, content));
            changes.delete(from);
            return;
        }
        changes.move(from, to);
        done.add(() -> changes.move(to, from));
    }

    private static RetortException undone(List<Undo> done, IOException failure) {
        String left = "";
        for (int i = done.size() - 1; i >= 0; i--) {
            try {
                done.get(i).run();
            } catch (IOException e) {
                failure.addSuppressed(e);
                left += "; not restored: " + e.getMessage();
            }
        }
        return new RetortException(
                "The squash was not written.", failure + left, "Check the folder and its rights.", failure);
    }
}
