/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that says what a squash does with files, for as long as it does that. If the process ends before, the next squash
 * finishes it; or forgets it, when the new script is not there yet.
 *
 * @param root the location, in which the journal is
 * @param file the new script
 * @param moves where each replaced script goes; to no place if it is deleted
 */
public record SquashJournal(Path root, Path file, Map<Path, Optional<Path>> moves) {

    private static final String NAME = ".squash";

    /** Copies the map. */
    public SquashJournal {
        moves = new LinkedHashMap<>(moves);
    }

    private Path journal() {
        return root.resolve(NAME);
    }

    /** The journal is complete, or not there. */
    void write(FileChanges changes) throws IOException {
        StringBuilder text = new StringBuilder(written(file) + "\n");
        moves.forEach((from, to) -> text.append(written(from))
                .append(' ')
                .append(to.map(this::written).orElse(""))
                .append('\n'));
        Path temporary = root.resolve(NAME + ".tmp");
        changes.delete(temporary);
        changes.write(temporary, text.toString());
        changes.move(temporary, journal());
    }

    void remove(FileChanges changes) throws IOException {
        changes.delete(root.resolve(NAME + ".tmp"));
        changes.delete(journal());
    }

    private String written(Path path) {
        return URLEncoder.encode(root.relativize(path).toString(), StandardCharsets.UTF_8);
    }

    /**
     * Finishes a squash whose process ended before all files were moved.
     *
     * @param sources the folders of scripts
     * @return the script that it wrote; empty if there is nothing to finish
     * @throws RetortException when a file cannot be moved
     */
    public static Optional<Path> finish(WorkspaceScripts sources) {
        return finish(sources, new FileChanges());
    }

    static Optional<Path> finish(WorkspaceScripts sources, FileChanges changes) {
        try {
            for (Path folder : sources.folders()) {
                if (Files.exists(folder.resolve(NAME)) && read(folder).finish(changes)) {
                    return Optional.of(read(folder).done(changes));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new RetortException(
                    "A squash was interrupted and could not be finished.",
                    e.toString(),
                    "Check the folder and its rights, and run the command again.",
                    e);
        }
    }

    private static SquashJournal read(Path root) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(NAME));
        Map<Path, Optional<Path>> moves = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int blank = line.indexOf(' ');
            String to = line.substring(blank + 1);
            moves.put(
                    path(root, line.substring(0, blank)),
                    to.isEmpty() ? Optional.empty() : Optional.of(path(root, to)));
        }
        return new SquashJournal(root, path(root, lines.get(0)), moves);
    }

    private static Path path(Path root, String written) {
        return root.resolve(URLDecoder.decode(written, StandardCharsets.UTF_8)).normalize();
    }

    /** {@return whether the new script is there; the replaced ones are moved then, and otherwise nothing had happened} */
    private boolean finish(FileChanges changes) throws IOException {
        if (!Files.exists(file)) {
            changes.delete(file.resolveSibling("." + file.getFileName() + ".tmp"));
            remove(changes);
            return false;
        }
        for (Map.Entry<Path, Optional<Path>> move : moves.entrySet()) {
            Optional<Path> to = move.getValue();
            if (to.isEmpty()) {
                changes.delete(move.getKey());
            } else if (Files.exists(move.getKey())) {
                changes.move(move.getKey(), to.get());
            }
        }
        return true;
    }

    private Path done(FileChanges changes) throws IOException {
        remove(changes);
        return file;
    }
}
