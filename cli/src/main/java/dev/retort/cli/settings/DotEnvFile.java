/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import dev.retort.error.RetortException;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import io.github.cdimascio.dotenv.internal.DotenvParser;
import io.github.cdimascio.dotenv.internal.DotenvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env}: {@code KEY=value}, with {@code export} or without, in single or double quotes or in none, with
 * comments.
 * Backslashes and dollar signs are literal. The library parses an entry; this class finds its line and refuses lines
 * that readers of such files interpret differently.
 */
public final class DotEnvFile {

    private static final Pattern ENTRY = Pattern.compile("\\s*(?:export\\s+)?([\\w.\\-]+)\\s*=(.*)", Pattern.DOTALL);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final List<String> lines;
    private final Map<String, SettingValue> values = new LinkedHashMap<>();

    private DotEnvFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** {@return the values by variable name, without empty ones; empty when there is no file} */
    public static Map<String, SettingValue> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return new DotEnvFile(file, content.lines().toList()).read();
        } catch (IOException e) {
            throw new RetortException(
                    "The file " + file + " cannot be read.",
                    e.toString() + ".",
                    "Check that it is UTF-8, and its permissions.",
                    e);
        }
    }

    private Map<String, SettingValue> read() {
        int line = 0;
        while (line < lines.size()) {
            String text = lines.get(line).strip();
            line += text.isEmpty() || text.startsWith("#") ? 1 : entry(line);
        }
        return values;
    }

    /**
     * {@return how many lines the entry has: more than one when a double quote in its first is closed in a later one}
     */
    private int entry(int first) {
        Matcher entry = ENTRY.matcher(lines.get(first));
        if (!entry.matches()) {
            throw unreadable(first, "It is not of the form KEY=value.");
        }
        String value = entry.group(2).strip();
        int last = value.startsWith("\"") ? closingLine(first, value) : first;
        checkHash(first, value);
        String text = String.join("\n", lines.subList(first, last + 1)).substring(entry.start(1));
        put(first, parsed(first, text));
        return last - first + 1;
    }

    private int closingLine(int first, String value) {
        if (value.indexOf('"', 1) >= 0) {
            return first;
        }
        for (int line = first + 1; line < lines.size(); line++) {
            if (lines.get(line).contains("\"")) {
                return line;
            }
        }
        throw unreadable(first, "Its quote is not closed.");
    }

    /** Some readers take a # without white space before it for a comment, others for a part of the value. */
    private void checkHash(int line, String value) {
        boolean isQuoted = value.startsWith("\"") || value.startsWith("'");
        int hash = value.indexOf('#');
        if (!isQuoted && hash > 0 && !Character.isWhitespace(value.charAt(hash - 1))) {
            throw unreadable(
                    line,
                    "Some programs read a # in a value as a comment: quote the value, or put white space"
                            + " before the comment.");
        }
    }

    private DotenvEntry parsed(int line, String text) {
        DotenvReader reader = new DotenvReader("", "") {
            @Override
            public List<String> read() {
                return text.lines().toList();
            }
        };
        try {
            List<DotenvEntry> entries = new DotenvParser(reader, true, true).parse();
            if (entries.size() == 1) {
                return entries.get(0);
            }
        } catch (DotenvException e) {
            // Its message contains the line, and so the value.
            throw unreadable(line, "Its quotes do not match.");
        }
        throw unreadable(line, "Something follows its closing quote.");
    }

    private void put(int line, DotenvEntry entry) {
        String value = withoutSingleQuotes(line, entry.getValue());
        if (value.isEmpty()) {
            values.remove(entry.getKey());
        } else {
            String origin = entry.getKey() + " in " + file.getFileName() + ", line " + (line + 1);
            values.put(entry.getKey(), new SettingValue(value, SettingValue.Source.DOT_ENV, origin));
        }
    }

    /** The library accepts these. */
    private String withoutSingleQuotes(int line, String value) {
        if (!value.startsWith("'")) {
            return value;
        }
        if (value.length() < 2 || value.indexOf('\'', 1) != value.length() - 1) {
            throw unreadable(line, "Its quotes do not match.");
        }
        return value.substring(1, value.length() - 1);
    }

    /** Shows nothing of the line: it may contain a password. */
    private RetortException unreadable(int line, String why) {
        return new RetortException(
                "Line " + (line + 1) + " of " + file + " cannot be read.",
                why,
                "Write KEY=value, KEY='value' or KEY=\"value\", optionally after export.");
    }
}
