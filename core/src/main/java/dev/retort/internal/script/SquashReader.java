/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.graph.Revision;
import dev.retort.internal.script.Squash.Original;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header keys of a squashed revision. An entry of {@code replaces} is {@code <id>:<checksum>}, then in
 * parentheses its parents, and after a semicolon its dependencies, where they are others than the entry before; then its
 * message as a string of JSON. The value of {@code squashed_checksum} is the same without id; a message is there only if
 * the revision was imported.
 */
public final class SquashReader {

    private static final String PLACE = "([0-9a-f]*)\\s*(?:\\(([A-Za-z0-9_\\s]*)(?:;([A-Za-z0-9_\\s]*))?\\))?\\s*";
    private static final String MESSAGE = "(?:\"((?:[^\"\\\\]|\\\\.)*)\")?\\s*";
    private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z0-9_]+):" + PLACE + MESSAGE + "(,|$)");
    private static final Pattern LAST = Pattern.compile("\\s*" + PLACE + MESSAGE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    private final Revision squashed;
    private final Consumer<String> problems;
    private final List<Original> replaced = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /**
     * Creates a reader.
     *
     * @param squashed the place of the squashed revision
     * @param problems takes what is wrong
     */
    public SquashReader(Revision squashed, Consumer<String> problems) {
        this.squashed = squashed;
        this.problems = problems;
        this.known.addAll(squashed.downRevisions());
    }

    /** {@return what it replaces; {@code null} when that cannot be read} */
    public @Nullable Squash read(String replaces, String checksum) {
        if (replaces.isEmpty() || checksum.isEmpty()) {
            problems.accept("A squashed revision has both keys, replaces and squashed_checksum. Restore the lines as"
                    + " `squash` wrote them.");
            return null;
        }
        Matcher entry = ENTRY.matcher(replaces);
        int position = 0;
        List<String> usual = squashed.downRevisions();
        while (position < replaces.length()) {
            entry.region(position, replaces.length());
            if (!entry.lookingAt()) {
                problems.accept("replaces cannot be read from \""
                        + replaces.substring(position).strip()
                        + "\" on. An entry is <id>:<checksum>, as `squash` writes it.");
                return null;
            }
            add(entry, usual);
            usual = List.of(entry.group(1));
            position = entry.end();
        }
        Matcher last = LAST.matcher(checksum);
        if (!last.matches()) {
            problems.accept("squashed_checksum is \"" + checksum + "\". Restore the line as `squash` wrote it.");
            return null;
        }
        return new Squash(replaced, original(squashed.id(), last, 0, usual));
    }

    private void add(Matcher entry, List<String> usual) {
        String id = entry.group(1);
        if (id.equals(squashed.id())
                || replaced.stream().anyMatch(one -> one.id().equals(id))) {
            problems.accept("replaces names \"" + id + "\" twice, or it is the revision itself. Keep one of them.");
        }
        replaced.add(original(id, entry, 1, usual));
    }

    private Original original(String id, Matcher match, int group, List<String> usual) {
        List<String> parents = match.group(group + 2) == null ? usual : words(match.group(group + 2));
        for (String parent : parents) {
            if (!known.contains(parent)) {
                problems.accept("\"" + parent + "\" is a parent of the replaced revision \"" + id
                        + "\", and neither replaced before it nor a parent of this revision.");
            }
        }
        known.add(id);
        List<String> needs = match.group(group + 3) == null ? List.of() : words(match.group(group + 3));
        String message = match.group(group + 4);
        return new Original(
                new Revision(id, parents, List.of(), needs),
                match.group(group + 1),
                message == null ? "" : unescaped(message));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group(2)
                                : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
