/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import java.io.PrintWriter;

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
