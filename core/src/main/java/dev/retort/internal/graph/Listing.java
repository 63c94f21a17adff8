/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import java.util.List;

/** Names in a sentence: quoted, and limited to the first ones. */
public final class Listing {

    private static final int SHOWN = 8;

    private Listing() {}

    public static String of(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (String name : names.subList(0, Math.min(SHOWN, names.size()))) {
            text.append(text.isEmpty() ? "'" : ", '").append(name).append('\'');
        }
        if (names.size() > SHOWN) {
            text.append(" and ").append(names.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
