/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.graph.NearNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a header, and which of them a comment means that does not quite write it. Such a line would pass as free text,
 * and with it a parent or a dependency would be lost.
 */
final class HeaderKeys {

    /** All keys, in the order in which messages list them. */
    private static final List<String> ALL = List.of(
            "revision",
            "down_revision",
            "branch_labels",
            "depends_on",
            "message",
            "created",
            "placeholders",
            "imported_from",
            "replaces",
            "squashed_checksum");

    /** Keys that are words of prose too: what differs by a letter is another word. */
    private static final List<String> COMMON_WORDS = List.of("message", "created");

    /** The keys that Alembic writes in the header of a revision, and misspelled ones. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "revises", "down_revision",
            "revision_id", "revision",
            "create_date", "created",
            "depends", "depends_on",
            "dependson", "depends_on",
            "down", "down_revision",
            "downrevision", "down_revision",
            "parent", "down_revision");

    private static final Pattern LIKE_KEY =
            Pattern.compile("[ \\t]*([A-Za-z][A-Za-z_.-]*(?:[ \\t]+[A-Za-z_.-]+)?)[ \\t]*[:=\\x{FF1A}](?!//).*");
    private static final Pattern WITHOUT_COLON = Pattern.compile(
            "[ \\t]*([A-Za-z]+[_-][A-Za-z]+)[ \\t]+[A-Za-z0-9_]+(?:[ \\t]*,[ \\t]*[A-Za-z0-9_]+)*[ \\t]*");

    private HeaderKeys() {}

    static boolean isKey(String name) {
        return ALL.contains(name);
    }

    /** {@return the key that a comment means without writing it as it must be; {@code null} for free text} */
    static @Nullable String keyIn(String comment) {
        Matcher like = LIKE_KEY.matcher(comment);
        if (like.matches()) {
            return nearest(like.group(1));
        }
        Matcher without = WITHOUT_COLON.matcher(comment);
        String key = without.matches() ? normalized(without.group(1)) : "";
        return isKey(key) ? key : null;
    }

    /** {@return the key that a name is, or nearly is; {@code null} when it is near to none} */
    static @Nullable String nearest(String written) {
        String name = normalized(written);
        String synonym = SYNONYMS.get(name);
        if (isKey(name) || synonym != null) {
            return isKey(name) ? name : synonym;
        }
        // Two words that are near one are more often prose: "A revision: ...".
        int limit = written.indexOf(' ') >= 0 || name.length() < 7 ? 1 : 2;
        return ALL.stream()
                .filter(key -> !COMMON_WORDS.contains(key) && NearNames.edits(name, key) <= limit)
                .findFirst()
                .orElse(null);
    }

    /** {@return the key that was meant by a name that is refused in any case; {@code null} when it is near to none} */
    static @Nullable String nearestOfAll(String refused) {
        String nearest = nearest(refused);
        return nearest != null
                ? nearest
                : COMMON_WORDS.stream()
                        .filter(key -> NearNames.edits(refused, key) <= 2)
                        .findFirst()
                        .orElse(null);
    }

    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ \\t._-]+", "_");
    }

    static String listed() {
        return String.join(", ", ALL.subList(0, ALL.size() - 1)) + " and " + ALL.get(ALL.size() - 1);
    }
}
