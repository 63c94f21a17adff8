/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard error for logs, which may contain file names and server messages: escapes control characters. */
public final class LogStream extends PrintStream {

    private static final int DELETE = 0x7F;
    /** The first byte, in UTF-8, of the second half of the control characters. */
    private static final int SECOND_CONTROLS = 0xC2;

    public LogStream(PrintStream stream) {
        super(stream, true, StandardCharsets.UTF_8);
    }

    /** All print methods end here. A character may be written in two parts, so the check works on bytes. */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream printable = new ByteArrayOutputStream(length);
        for (int i = offset; i < offset + length; i++) {
            int next = i + 1 < offset + length ? Byte.toUnsignedInt(bytes[i + 1]) : -1;
            int current = Byte.toUnsignedInt(bytes[i]);
            if (current == SECOND_CONTROLS && next >= 0x80 && next < 0xA0) {
                escape(next, printable);
                i++;
            } else if (isControl(current, next)) {
                escape(current, printable);
            } else {
                printable.write(current);
            }
        }
        super.write(printable.toByteArray(), 0, printable.size());
    }

    private static boolean isControl(int current, int next) {
        boolean isBreak = current == '\n' || current == '\t' || (current == '\r' && next == '\n');
        return (current < ' ' && !isBreak) || current == DELETE;
    }

    private static void escape(int character, ByteArrayOutputStream printable) {
        printable.writeBytes(Printable.line(Character.toString(character)).getBytes(StandardCharsets.US_ASCII));
    }
}
