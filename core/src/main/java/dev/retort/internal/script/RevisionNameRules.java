/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.error.RetortException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for ids of revisions and labels of branches. */
public final class RevisionNameRules {

    private static final Set<String> TARGETS = Set.of("head", "heads", "base", "current");

    private RevisionNameRules() {}

    public static boolean isWellFormed(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    static boolean isTarget(String name) {
        return TARGETS.contains(name);
    }

    /**
     * {@return what is wrong with a name, or {@code null}}
     *
     * @param key its key, for the message
     * @param name the id or label
     */
    public static @Nullable String problem(String key, String name) {
        if (!isWellFormed(name)) {
            return key + " has \"" + name
                    + "\". Ids and labels are letters, digits and underscores (A-Z, a-z, 0-9, _).";
        }
        return isTarget(name) ? key + " has \"" + name + "\", which is the name of a target. Choose another." : null;
    }

    /**
     * Refuses a name that no script may have.
     *
     * @param kind what it is the name of, such as {@code branch label}
     * @param name the name
     * @throws RetortException when it cannot be used
     */
    public static void check(String kind, String name) {
        if (!isWellFormed(name) || isTarget(name)) {
            throw new RetortException(
                    "The " + kind + " '" + name + "' cannot be used.",
                    "Ids and labels are letters, digits and underscores (A-Z, a-z, 0-9, _), and not the names of targets:"
                            + " head, heads, base, current.",
                    "Choose another.");
        }
    }
}
