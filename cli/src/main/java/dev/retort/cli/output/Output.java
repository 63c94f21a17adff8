/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** The output of all commands: the one place that escapes text from scripts, files and databases. */
public final class Output {

    private final PrintWriter writer;

    public Output(PrintWriter writer) {
        this.writer = writer;
    }

    /** Prints one line; line breaks in the text are escaped. */
    public void line(String line) {
        writer.println(Printable.line(line));
    }

    /** Prints lines, and ends the last. */
    public void text(String text) {
        writer.println(Printable.text(text));
    }

    /**
     * Prints an error as all commands do.
     *
     * @param message the message
     * @param trace the error whose stack trace is printed; {@code null} for none
     */
    public void failure(String message, @Nullable Throwable trace) {
        text("FAILED: " + message);
        if (trace != null) {
            StringWriter text = new StringWriter();
            trace.printStackTrace(new PrintWriter(text, true));
            text(text.toString().stripTrailing());
        }
        flush();
    }

    /** Prints text for a program unescaped: a script for psql or a shell, terminal sequences. */
    public void asIs(String text) {
        writer.print(text);
    }

    /** Ends a line. */
    void end() {
        writer.println();
    }

    public void flush() {
        writer.flush();
    }
}
