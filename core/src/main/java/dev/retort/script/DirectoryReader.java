/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads the scripts of a directory and its sub-directories. Links are not followed: one that stays inside leads to a file
 * that is read anyway, one that leaves the directory is refused.
 */
final class DirectoryReader extends SimpleFileVisitor<Path> {

    private final Path root;
    private final FoundFiles files;
    private Path realRoot;

    DirectoryReader(Path root, FoundFiles files) {
        this.root = root;
        this.realRoot = root;
        this.files = files;
    }

    /** {@return whether the directory exists} */
    boolean read() throws IOException {
        if (!Files.exists(root)) {
            return false;
        }
        if (!Files.isDirectory(root)) {
            files.problems()
                    .add(root.toString(), 0, "The location is not a directory. Name the one that holds the scripts.");
            return true;
        }
        realRoot = root.toRealPath();
        Files.walkFileTree(realRoot, this);
        return true;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            checkLink(file);
        } else if (files.wants(file.toString()) && files.isNew(file.toUri().toString())) {
            Path relative = realRoot.relativize(file);
            files.add(
                    relative.toString().replace(file.getFileSystem().getSeparator(), "/"),
                    root.resolve(relative).toString(),
                    Files.readAllBytes(file));
        }
        return FileVisitResult.CONTINUE;
    }

    private void checkLink(Path link) throws IOException {
        boolean matters = files.wants(link.toString()) || Files.isDirectory(link);
        if (!matters) {
            return;
        }
        if (!Files.exists(link)) {
            problem(link, "The link leads nowhere. Remove it.");
        } else if (!link.toRealPath().startsWith(realRoot)) {
            problem(
                    link,
                    "The link leads out of the location, to " + link.toRealPath()
                            + ". Copy the file, or name its folder as a location of its own.");
        }
    }

    private void problem(Path link, String message) {
        files.problems().add(root.resolve(realRoot.relativize(link)).toString(), 0, message);
    }
}
