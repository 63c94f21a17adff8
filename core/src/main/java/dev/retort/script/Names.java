/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that revisions and labels may have. */
final class Names {

    private static final Set<String> TARGETS = Set.of("head", "heads", "base", "current");

    private Names() {}

    /** {@return whether it is made of letters, digits and underscores} */
    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /**
     * {@return what is wrong with a name, or {@code null}}
     *
     * @param key where it stands, for the message
     * @param name the id or label
     */
    static @Nullable String problem(String key, String name) {
        if (!isName(name)) {
            return key + " has \"" + name
                    + "\". Ids and labels are letters, digits and underscores (A-Z, a-z, 0-9, _).";
        }
        return TARGETS.contains(name)
                ? key + " has \"" + name + "\", which is the name of a target. Choose another."
                : null;
    }
}
