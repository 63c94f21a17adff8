/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import dev.retort.internal.script.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/** Takes the files of folders, each once, however many folders lead to it. */
public interface FoundFiles {

    /**
     * {@return whether a file or folder counts for nothing, such as what editors leave}
     *
     * @param path its path below the folder that is read, with slashes
     */
    default boolean skips(String path) {
        return false;
    }

    /**
     * {@return whether a file of this name is wanted}
     *
     * @param source its name in messages
     */
    boolean wants(String source);

    /** {@return whether the file is seen for the first time} */
    boolean isNew(String key);

    /** {@return the most bytes that a file may have} */
    default int limit() {
        return Integer.MAX_VALUE - 16;
    }

    /** {@return whether a file of this size can be taken; otherwise that is a problem} */
    default boolean fits(String source, long size) {
        return true;
    }

    /**
     * Takes a file.
     *
     * @param path its path below the folder, with slashes
     * @param source its name in messages
     * @param content its bytes
     */
    void add(String path, String source, byte[] content);

    /**
     * Takes an entry of an archive.
     *
     * @param path its path below the folder, with slashes
     * @param source its name in messages
     * @param entry what the archive's directory says of it
     * @param content its bytes
     */
    default void add(String path, String source, ZipEntry entry, Content content) throws IOException {
        try (InputStream bytes = content.open()) {
            addFrom(bytes, path, source);
        }
    }

    /** Takes a file of unknown size; no more than the limit is read of it. */
    default void addFrom(InputStream bytes, String path, String source) throws IOException {
        byte[] content = bytes.readNBytes(limit() + 1);
        if (fits(source, content.length)) {
            add(path, source, content);
        }
    }

    /** Opens the content of a file. */
    @FunctionalInterface
    interface Content {
        /** {@return the bytes; the caller closes it} */
        InputStream open() throws IOException;
    }

    /** {@return where problems are collected} */
    Problems problems();
}
