/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import dev.retort.internal.script.Problems;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a script into text: UTF-8 and nothing else, no byte-order mark, line ends as LF. */
public final class Utf8Text {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8Text() {}

    /** {@return the text, or {@code null} if the bytes are not UTF-8} */
    static @Nullable String decode(String source, byte[] content, Problems problems) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            int offset = firstInvalid(content);
            if (offset >= 0) {
                problems.add(
                        source,
                        0,
                        "The file is not UTF-8: byte " + offset + " is " + String.format("0x%02X", content[offset])
                                + ". Save it as UTF-8.");
                return null;
            }
        }
        return normalize(text);
    }

    public static String normalize(String text) {
        String withoutMark = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return withoutMark.indexOf('\r') < 0
                ? withoutMark
                : withoutMark.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** {@return the offset of the first byte that is not UTF-8, or -1} */
    private static int firstInvalid(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = decoder.decode(bytes, CharBuffer.allocate(content.length), true);
        return result.isError() ? bytes.position() : -1;
    }
}
