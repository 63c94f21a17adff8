/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes texts as JSON that may be put between the tags of a script element. */
final class JsonTexts {

    private JsonTexts() {}

    static String of(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> quote(each.getKey()) + ":" + quote(each.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Only letters, digits and what has no meaning in HTML or JSON stay as they are. */
    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 127 && "\"\\<>&'".indexOf(c) < 0;
            quoted.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }
}
