/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.error.RetortException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code imported_from}: words, and strings as in JSON. */
final class ImportedFromReader {

    private final String source;
    private final String text;
    private int position;

    ImportedFromReader(String source, String text) {
        this.source = source;
        this.text = text;
    }

    List<ImportedFrom> read() {
        List<ImportedFrom> found = new ArrayList<>();
        do {
            found.add(migration());
        } while (skip(','));
        if (position < text.length()) {
            throw unreadable("a comma");
        }
        return found;
    }

    private ImportedFrom migration() {
        String tool = word();
        if (tool.isEmpty()) {
            throw unreadable("the name of a tool");
        }
        String beforeNames = word();
        @Nullable String kind = beforeNames.isEmpty() ? null : beforeNames;
        List<String> names = new ArrayList<>();
        while (skip('"')) {
            names.add(restOfString());
        }
        if (names.isEmpty()) {
            throw unreadable("a string in double quotes");
        }
        String checksums = word();
        return new ImportedFrom(tool, kind, names, checksums.isEmpty() ? List.of() : List.of(checksums.split("\\|")));
    }

    private boolean skip(char symbol) {
        blanks();
        boolean there = position < text.length() && text.charAt(position) == symbol;
        position += there ? 1 : 0;
        return there;
    }

    private void blanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private String word() {
        blanks();
        int start = position;
        while (position < text.length()
                && !Character.isWhitespace(text.charAt(position))
                && text.charAt(position) != ','
                && text.charAt(position) != '"') {
            position++;
        }
        return text.substring(start, position);
    }

    private String restOfString() {
        StringBuilder string = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            char c = text.charAt(position++);
            string.append(c == '\\' ? escaped() : c);
        }
        if (position >= text.length()) {
            throw unreadable("a closing double quote");
        }
        position++;
        return string.toString();
    }

    private char escaped() {
        if (text.startsWith("u", position) && position + 5 <= text.length()) {
            position += 5;
            return (char) Integer.parseInt(text.substring(position - 4, position), 16);
        }
        if (position >= text.length()) {
            throw unreadable("a character after the backslash");
        }
        return text.charAt(position++);
    }

    private RetortException unreadable(String expected) {
        return new RetortException(
                "The header key imported_from of " + source + " cannot be read.",
                "At its character " + (position + 1) + " Retort expects " + expected + ": " + text.strip(),
                "Restore the line as `import` wrote it, for instance: flyway V \"2.1\" -1467837485.");
    }
}
