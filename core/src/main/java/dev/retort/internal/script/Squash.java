/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.graph.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that a squashed one replaces, as two keys of its header name them. The history records these and not the squashed one, so that it is the same whichever of the two ran.
 *
 * @param replaced the replaced revisions, each after all that it needs
 * @param last the revision whose id the squashed one has, as it was before
 */
public record Squash(List<Original> replaced, Original last) {

    private static final String NOTE = "squashed ";

    /** Copies the list. */
    public Squash {
        replaced = List.copyOf(replaced);
    }

    /**
     * A revision as it was before the squash.
     *
     * @param revision its place, with its dependencies as ids and without labels
     * @param checksum the checksum of its script; empty when it had none
     * @param message the message of its script; may be empty, and is of the last one unless it was imported
     */
    public record Original(Revision revision, String checksum, String message) {

        /** {@return its id} */
        public String id() {
            return revision.id();
        }
    }

    /** {@return all of them, the last one included, each after all that it needs} */
    public List<Original> all() {
        List<Original> all = new ArrayList<>(replaced);
        all.add(last);
        return all;
    }

    /** {@return the ids of the replaced revisions} */
    public List<String> ids() {
        return replaced.stream().map(Original::id).toList();
    }

    /** {@return one of them by its id} */
    public Optional<Original> find(String id) {
        return all().stream().filter(original -> original.id().equals(id)).findFirst();
    }

    /**
     * {@return what each of them was to another tool; empty if they were not imported}
     *
     * @param origins what the squashed revision names as its origins: one of each, in their order
     */
    public Map<Original, ImportedFrom> origins(List<ImportedFrom> origins) {
        Map<Original, ImportedFrom> found = new LinkedHashMap<>();
        List<Original> all = all();
        for (int i = 0; i < all.size() && origins.size() == all.size(); i++) {
            found.put(all.get(i), origins.get(i));
        }
        return found;
    }

    /** {@return the reason of the history rows of the replaced revisions} */
    public String reason() {
        return "squashed into " + last.id();
    }

    /**
     * {@return what the history notes of a run of the squashed revision}
     *
     * @param checksum the checksum of its script
     */
    public String note(String checksum) {
        return NOTE + replaced.size() + ": " + checksum;
    }

    /**
     * {@return the checksum of the script that ran, when a note is of a squash of as many revisions}
     *
     * @param note what the history notes of the revision
     */
    public Optional<String> checksumOf(@Nullable String note) {
        String prefix = note("");
        return note == null || !note.startsWith(prefix)
                ? Optional.empty()
                : Optional.of(note.substring(prefix.length()));
    }

    /** {@return the checksum of the script of a squashed revision that ran, by the history's note of it} */
    public static Optional<String> checksumOfAny(@Nullable String note) {
        return note == null || !note.startsWith(NOTE)
                ? Optional.empty()
                : Optional.of(note.substring(note.lastIndexOf(' ') + 1));
    }

    /**
     * {@return the value of the header key {@code replaces}}
     *
     * @param parents the parents of the squashed revision
     */
    public String replacesText(List<String> parents) {
        List<String> entries = new ArrayList<>();
        List<String> usual = parents;
        for (Original original : replaced) {
            entries.add(original.id() + ":" + text(original, usual) + messageText(original));
            usual = List.of(original.id());
        }
        return String.join(", ", entries);
    }

    /** {@return the value of the header key {@code squashed_checksum}} */
    public String lastText() {
        return text(last, List.of(replaced.get(replaced.size() - 1).id())) + messageText(last);
    }

    private static String messageText(Original original) {
        return original.message().isEmpty() ? "" : " " + ImportedFrom.quote(original.message());
    }

    /** Parents are written where they are not the revision before; dependencies always. */
    private static String text(Original original, List<String> usual) {
        List<String> needs = original.revision().dependsOn();
        boolean plain = original.revision().downRevisions().equals(usual) && needs.isEmpty();
        String parents = original.revision().downRevisions().stream().collect(Collectors.joining(" "));
        return original.checksum()
                + (plain ? "" : " (" + parents + (needs.isEmpty() ? "" : "; " + String.join(" ", needs)) + ")");
    }
}
