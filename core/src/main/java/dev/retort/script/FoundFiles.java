/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

/** Takes the files of folders, each once, however many folders lead to it. */
interface FoundFiles {

    /** {@return whether a file of this name is wanted} */
    boolean wants(String name);

    /** {@return whether the file is seen for the first time} */
    boolean isNew(String key);

    /**
     * Takes a file.
     *
     * @param path its path below the folder, with slashes
     * @param source its name in messages
     * @param content its bytes
     */
    void add(String path, String source, byte[] content);

    /** {@return where problems are collected} */
    Problems problems();
}
