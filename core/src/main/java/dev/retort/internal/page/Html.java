/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import org.jspecify.annotations.Nullable;

/**
 * Writes HTML. Texts and values of attributes are escaped always, so that nothing that comes from scripts, the history or a
 * request is markup; names of elements and attributes are constants of the callers.
 */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /**
     * Begins an element.
     *
     * @param name its name
     * @param attributes names and values in turn; an attribute whose value is {@code null} is left out, and one whose value
     *     is empty has its name alone
     */
    Html open(String name, @Nullable String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]);
                if (!value.isEmpty()) {
                    out.append("=\"");
                    escape(value);
                    out.append('"');
                }
            }
        }
        out.append('>');
        return this;
    }

    Html close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    Html text(@Nullable String text) {
        if (text != null) {
            escape(text);
        }
        return this;
    }

    /** Writes an element that holds a text alone. */
    Html element(String name, @Nullable String text, @Nullable String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    Html line() {
        out.append('\n');
        return this;
    }

    /**
     * Writes a text of Retort's own as it is: a doctype, a script or a stylesheet.
     *
     * @param own a constant or a resource
     */
    Html raw(String own) {
        out.append(own);
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isAllowed(c) ? c : '\uFFFD');
            }
        }
    }

    /** Control characters have no place in HTML. */
    private static boolean isAllowed(char c) {
        return c == '\n' || c == '\t' || !Character.isISOControl(c);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
