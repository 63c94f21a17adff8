/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import java.io.PrintWriter;

/** Where all commands print: the one place where text of scripts, files and databases is made printable. */
public final class Output {

    private final PrintWriter writer;

    public Output(PrintWriter writer) {
        this.writer = writer;
    }

    /** Prints one line, whatever breaks the text has. */
    public void line(String line) {
        writer.println(Printable.line(line));
    }

    /** Prints lines, and ends the last. */
    public void text(String text) {
        writer.println(Printable.text(text));
    }

    /** Prints what is for a program: a script for psql or a shell, the sequences of a terminal. */
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
