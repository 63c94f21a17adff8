/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scripts of a directory and its sub-directories. Links are not followed: one that stays inside leads to a file
 * that is read anyway, or is read in its place; one that leaves the directory is refused. A folder is a folder whatever its
 * name, as in an archive. Anything else that has the name of a script and is no regular file is refused before it is opened:
 * reading a FIFO would wait for its writer for ever.
 */
final class DirectoryReader extends SimpleFileVisitor<Path> {

    private final Path root;
    private final FoundFiles files;
    private final @Nullable Path sources;
    private Path realRoot;

    DirectoryReader(Path root, FoundFiles files) {
        this.root = root;
        this.realRoot = root;
        this.sources = BuildCopies.sourcesOf(root);
        this.files = files;
    }

    /** {@return whether the directory exists} */
    boolean read() throws IOException {
        if (!Files.exists(root)) {
            return false;
        }
        if (!Files.isDirectory(root)) {
            files.problems()
                    .add(
                            root.toString(),
                            0,
                            "The location is not a directory. Name the directory that contains the" + " scripts.");
            return true;
        }
        realRoot = root.toRealPath();
        Files.walkFileTree(realRoot, this);
        return true;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(realRoot)) {
            return FileVisitResult.CONTINUE;
        }
        return files.skips(below(directory)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (files.skips(below(file))) {
            return FileVisitResult.CONTINUE;
        }
        try {
            if (attributes.isSymbolicLink()) {
                visitLink(file);
            } else if (files.wants(source(file))) {
                take(file, file, attributes);
            }
        } catch (IOException e) {
            unreadable(file, e);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (!files.skips(below(file))) {
            unreadable(file, e);
        }
        return FileVisitResult.CONTINUE;
    }

    private void take(Path file, Path target, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            problem(file, "This is no regular file but a FIFO, a socket or a device. Remove or rename it.");
        } else if (files.isNew(target.toUri().toString()) && files.fits(source(file), attributes.size())) {
            try (InputStream content = Files.newInputStream(target)) {
                files.addFrom(content, below(file), source(file));
            }
        }
    }

    private void visitLink(Path link) throws IOException {
        if (!Files.isDirectory(link) && !files.wants(source(link))) {
            return;
        }
        if (!Files.exists(link)) {
            problem(link, "The target of the link does not exist. Remove the link.");
            return;
        }
        Path target = link.toRealPath();
        if (!target.startsWith(realRoot)) {
            problem(
                    link,
                    "The link leads out of the location, to " + target
                            + ". Copy the file, or add its folder as another location.");
        } else if (Files.isDirectory(target)) {
            visitLinkToDirectory(link, target);
        } else if (files.skips(below(target)) || !files.wants(source(target))) {
            take(link, target, Files.readAttributes(target, BasicFileAttributes.class));
        }
    }

    private void visitLinkToDirectory(Path link, Path target) {
        if (!target.equals(realRoot) && files.skips(below(target))) {
            problem(
                    link,
                    "The link leads to " + target
                            + ", and folders whose names begin with \".\" or end with \"~\" are not"
                            + " read. Rename that folder.");
        }
    }

    private void unreadable(Path file, IOException e) {
        problem(file, "It cannot be read: " + e + ". Check its rights, or remove it.");
    }

    private String below(Path file) {
        return realRoot.relativize(file)
                .toString()
                .replace(realRoot.getFileSystem().getSeparator(), "/");
    }

    /** A copy that the build made goes by the name of the file that was copied: that is the one to open. */
    private String source(Path file) {
        Path below = realRoot.relativize(file);
        Path copied = sources == null ? null : sources.resolve(below);
        return (copied != null && Files.isRegularFile(copied) ? copied : root.resolve(below)).toString();
    }

    private void problem(Path file, String message) {
        files.problems().add(source(file), 0, message);
    }
}
