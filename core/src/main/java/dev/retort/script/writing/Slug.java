/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.script.writing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message as part of a file name: its words in lower case, joined by underscores, as Alembic does it. */
final class Slug {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int LONGEST = 40;

    private Slug() {}

    static String of(String message) {
        String composed = Normalizer.normalize(message, Normalizer.Form.NFC);
        String slug = WORD.matcher(composed)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("_"))
                .toLowerCase(Locale.ROOT);
        return slug.codePointCount(0, slug.length()) <= LONGEST ? slug : cut(slug);
    }

    /** Ends at a word, unless the first is too long already. */
    private static String cut(String slug) {
        String start = slug.substring(0, slug.offsetByCodePoints(0, LONGEST));
        int word = start.lastIndexOf('_');
        boolean endsAtWord = slug.charAt(start.length()) == '_';
        return endsAtWord || word <= 0 ? start : start.substring(0, word);
    }
}
