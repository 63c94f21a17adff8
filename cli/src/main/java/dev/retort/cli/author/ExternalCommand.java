/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program and its arguments, started without a shell: nothing in them is expanded.
 *
 * @param text the command as configured
 * @param words the program and its arguments
 */
public record ExternalCommand(String text, List<String> words) {

    /** Placeholder for the file, as in Alembic's hooks. */
    static final String FILE = "REVISION_SCRIPT_FILENAME";

    private static final Pattern WORD = Pattern.compile("\\G\\s*((?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+)\\s*");
    private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\"']+)");

    public ExternalCommand {
        words = List.copyOf(words);
    }

    /** The result of a program: its exit status, and its standard output and error. */
    record Result(int status, String output) {}

    /**
     * Splits a command into words at white space outside quotes.
     *
     * @param setting the setting that contains the command, for error messages
     * @param text the command
     */
    public static ExternalCommand parse(String setting, String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            words.add(unquoted(word.group(1)));
            end = word.end();
        }
        if (words.isEmpty() || end < text.length()) {
            throw new RetortException(
                    "The command \"" + text + "\" cannot be started.",
                    words.isEmpty() ? "It names no program." : "It contains an unclosed quote.",
                    "Fix " + setting + ".");
        }
        return new ExternalCommand(text, words);
    }

    private static String unquoted(String word) {
        return PIECE.matcher(word)
                .replaceAll(piece -> Matcher.quoteReplacement(
                        piece.group(1) != null ? piece.group(1) : piece.group(piece.group(2) != null ? 2 : 3)));
    }

    /** {@return the command with the file in place of its placeholder, or as the last argument} */
    ExternalCommand on(Path file) {
        String name = file.toString();
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add(word.replace(FILE, name)));
        if (words.stream().noneMatch(word -> word.contains(FILE))) {
            all.add(name);
        }
        return new ExternalCommand(text, all);
    }

    /** Runs it in this process's terminal. */
    int inTerminal(Path directory) {
        return await(start(builder(directory).inheritIO()));
    }

    /** Runs it with empty input and returns its output. */
    Result captured(Path directory) {
        Process process = start(builder(directory).redirectErrorStream(true));
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new Result(await(process), output);
        } catch (IOException e) {
            process.destroy();
            throw new RetortException(
                    "The output of \"" + text + "\" could not be read.", e.toString(), "Run it manually.", e);
        }
    }

    private ProcessBuilder builder(Path directory) {
        return new ProcessBuilder(words).directory(directory.toFile());
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new RetortException(
                    "The command \"" + text + "\" could not be started.",
                    String.valueOf(e.getMessage()) + ".",
                    "Check that the program is installed and on the PATH.",
                    e);
        }
    }

    private int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new RetortException("Waiting for \"" + text + "\" was interrupted.", "", "Run it manually.", e);
        }
    }
}
