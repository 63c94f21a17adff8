/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Replaces parts of a text, front to back; offsets are those of the text in UTF-8. */
final class TextEdits {

    private final byte[] text;
    private final ByteArrayOutputStream result = new ByteArrayOutputStream();
    private int copied;

    TextEdits(byte[] text) {
        this.text = text;
    }

    /** Replaces a part, which begins where the last one ended or further down. */
    void replace(int start, int end, String replacement) {
        result.write(text, copied, start - copied);
        result.writeBytes(replacement.getBytes(StandardCharsets.UTF_8));
        copied = end;
    }

    /** {@return the text with everything replaced} */
    String result() {
        result.write(text, copied, text.length - copied);
        copied = text.length;
        return result.toString(StandardCharsets.UTF_8);
    }
}
