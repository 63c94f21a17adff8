/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes of files, one at a time; a test makes them fail. */
class FileChanges {

    void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Moves a file to a place where none is, whose folder need not exist. */
    void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.move(from, to);
    }

    /** Deletes a file if it exists. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
