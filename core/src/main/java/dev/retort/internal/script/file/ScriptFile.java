/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

/**
 * The text of one script file.
 *
 * @param path its path below the location, with slashes; decides the order
 * @param source its name in messages
 * @param text its text, line ends as LF, without byte-order mark
 */
public record ScriptFile(String path, String source, String text) implements Comparable<ScriptFile> {

    @Override
    public int compareTo(ScriptFile other) {
        int byPath = path.compareTo(other.path);
        return byPath == 0 ? source.compareTo(other.source) : byPath;
    }
}
