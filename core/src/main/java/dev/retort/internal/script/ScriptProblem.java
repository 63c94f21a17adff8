/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

/**
 * An error in a script or a location.
 *
 * @param file the script or location, as a user would name it
 * @param line the line, counted from 1; 0 when the problem is not on one line
 * @param message what is wrong and what to do about it
 */
public record ScriptProblem(String file, int line, String message) {

    /** {@return the problem as {@code file:line: message}} */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
    }
}
