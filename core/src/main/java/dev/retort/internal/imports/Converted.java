/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.util.List;

/**
 * The text of a section, converted.
 *
 * @param text the statements with Retort's markers; complete lines
 * @param empty whether there is no statement
 * @param notes what the reader of the report should know
 * @param problems what cannot be converted, each with its line
 */
record Converted(String text, boolean empty, List<String> notes, List<String> problems) {
    Converted {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }
}
