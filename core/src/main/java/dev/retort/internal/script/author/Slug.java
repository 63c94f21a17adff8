/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message as part of a file name: its words in lower case, joined by underscores, as Alembic does it. */
final class Slug {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Latin letters that are not one with a mark. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("\u00df", "ss"),
            Map.entry("\u1e9e", "ss"),
            Map.entry("\u00e6", "ae"),
            Map.entry("\u0153", "oe"),
            Map.entry("\u00f8", "o"),
            Map.entry("\u0142", "l"),
            Map.entry("\u0111", "d"),
            Map.entry("\u00f0", "d"),
            Map.entry("\u00fe", "th"),
            Map.entry("\u0131", "i"),
            Map.entry("\u0127", "h"),
            Map.entry("\u014b", "ng"));

    private static final int LONGEST = 40;

    private Slug() {}

    static String of(String message) {
        String slug = WORD.matcher(transliterated(message))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("_"))
                .toLowerCase(Locale.ROOT);
        return slug.codePointCount(0, slug.length()) <= LONGEST ? slug : cut(slug);
    }

    /** Latin letters without their marks: not every locale and file system has the others. Other scripts stay. */
    private static String transliterated(String message) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(message, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            String text = Character.toString(letter);
            boolean isLatin = Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
            String replaced = LETTERS.getOrDefault(Character.toString(Character.toLowerCase(letter)), text);
            String decomposed = Normalizer.normalize(replaced, Normalizer.Form.NFD);
            plain.append(isLatin ? MARKS.matcher(decomposed).replaceAll("") : text);
        });
        return plain.toString();
    }

    /** Ends at a word, unless the first is too long already. */
    private static String cut(String slug) {
        String start = slug.substring(0, slug.offsetByCodePoints(0, LONGEST));
        int word = start.lastIndexOf('_');
        boolean endsAtWord = slug.charAt(start.length()) == '_';
        return endsAtWord || word <= 0 ? start : start.substring(0, word);
    }
}
