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
 * A program and its arguments, started without a shell: nothing in them is ever expanded.
 *
 * @param text the command as it was set
 * @param words the program and its arguments
 */
public record ExternalCommand(String text, List<String> words) {

    /** Stands for the file, as in Alembic's hooks. */
    static final String FILE = "REVISION_SCRIPT_FILENAME";

    private static final Pattern WORD = Pattern.compile("\\G\\s*((?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+)\\s*");
    private static final Pattern PIECE = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\"']+)");

    public ExternalCommand {
        words = List.copyOf(words);
    }

    /** What a program left: its exit status, and what it wrote on both of its outputs. */
    record Result(int status, String output) {}

    /**
     * Splits a command into words at white space outside quotes.
     *
     * @param setting where the command was set, for the message that it cannot be used
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
                    words.isEmpty() ? "It names no program." : "A quote in it is never closed.",
                    "Mend " + setting + ".");
        }
        return new ExternalCommand(text, words);
    }

    private static String unquoted(String word) {
        return PIECE.matcher(word)
                .replaceAll(piece -> Matcher.quoteReplacement(
                        piece.group(1) != null ? piece.group(1) : piece.group(piece.group(2) != null ? 2 : 3)));
    }

    /** {@return the command on a file: in the place that stands for it, or as the last argument} */
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

    /** Runs it and keeps what it says; it gets no input. */
    Result captured(Path directory) {
        Process process = start(builder(directory).redirectErrorStream(true));
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new Result(await(process), output);
        } catch (IOException e) {
            process.destroy();
            throw new RetortException(
                    "The output of \"" + text + "\" could not be read.", e.toString(), "Run it by hand.", e);
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
            throw new RetortException("Waiting for \"" + text + "\" was interrupted.", "", "Run it by hand.", e);
        }
    }
}
