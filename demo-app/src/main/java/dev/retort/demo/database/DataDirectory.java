/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The data directory of the embedded server, and the lock of the process that runs it. */
final class DataDirectory {

    private final Path root;

    DataDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** {@return {@code .data} in the folder of the demo application, started from there or from the one above} */
    static Path usual(Path workingDirectory) {
        Path module = workingDirectory.resolve("demo-app");
        return (Files.isDirectory(module) ? module : workingDirectory).resolve(".data");
    }

    /** {@return PostgreSQL's data directory} */
    Path cluster() {
        return root.resolve("postgresql");
    }

    /** Locks the directory for this process while the channel is open; empty if another process has locked it. */
    Optional<FileLock> tryLock() throws IOException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException e) {
            // Another application context in this process has locked it: the same result.
        }
        channel.close();
        return Optional.empty();
    }

    /** {@return the state file of the server of this directory; empty if none runs} */
    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.read(cluster().resolve("postmaster.pid"));
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
