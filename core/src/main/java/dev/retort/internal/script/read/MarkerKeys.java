/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.internal.graph.NearNames;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells comments that were meant as markers. Passed over as free text, such a comment would turn the statements of a
 * downgrade into more upgrade.
 */
public final class MarkerKeys {

    private static final String KEY = "migrate";
    private static final int TYPING_ERRORS = 2;

    /** No dashes or quotes before the word: a marker that is commented out or explained is not a marker. */
    private static final Pattern LIKE_MARKER = Pattern.compile(
            "[+*#@]*[ \\t]*([A-Za-z]+)[ \\t]*[:=;.,>-]*[ \\t]*"
                    + "(?:(upgrade|downgrade|autocommit|transaction|nothing|up|down)|(irreversible)\\b.*?)[ \\t]*[;:.]*[ \\t]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MISPLACED = Pattern.compile(
            KEY + "[ \\t]*:[ \\t]*(upgrade|downgrade|autocommit|transaction|nothing|irreversible)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ANOTHER_TOOL = Pattern.compile("\\+(goose|migrate)[ \\t]+(up|down)\\b.*");

    private MarkerKeys() {}

    /** {@return the marker that a comment means without being one; {@code null} for free text} */
    public static @Nullable String keyIn(String comment) {
        String text = comment.strip();
        Matcher other = OF_ANOTHER_TOOL.matcher(text.toLowerCase(Locale.ROOT));
        if (other.matches()) {
            return KEY + ": " + other.group(2) + "grade";
        }
        Matcher misplaced = MISPLACED.matcher(text);
        if (misplaced.matches()) {
            return KEY + ": " + misplaced.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher like = LIKE_MARKER.matcher(text);
        if (!like.matches() || !isNear(like.group(1).toLowerCase(Locale.ROOT))) {
            return null;
        }
        String word = like.group(3) == null ? like.group(2).toLowerCase(Locale.ROOT) : "irreversible <reason>";
        return KEY + ": " + (word.equals("up") || word.equals("down") ? word + "grade" : word);
    }

    private static boolean isNear(String word) {
        return word.equals("migration") || word.equals("migrations") || NearNames.edits(word, KEY) <= TYPING_ERRORS;
    }
}
