/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text as Flyway does: in the encoding that is set, without a byte-order mark. */
final class FlywayText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FlywayText() {}

    /**
     * {@return the text}
     *
     * @throws CharacterCodingException when the bytes are not in the encoding
     */
    static String decode(byte[] content, Charset encoding) throws CharacterCodingException {
        String text = encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** {@return the encoding that a byte-order mark names, or the one that is set} */
    static Charset detect(byte[] content, Charset set) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        return set;
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
