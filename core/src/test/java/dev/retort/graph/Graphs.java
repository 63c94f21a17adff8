/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Graphs in the short form {@code "c < a b # label other ! dependency"}, one revision a line. */
final class Graphs {

    private Graphs() {}

    static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(revisions(lines));
    }

    static List<Revision> revisions(String... lines) {
        List<Revision> revisions = new ArrayList<>();
        for (String line : lines) {
            revisions.add(new Revision(part(line, ' ').get(0), part(line, '<'), part(line, '#'), part(line, '!')));
        }
        return revisions;
    }

    /** {@return the words after the sign, up to the next sign} */
    private static List<String> part(String line, char sign) {
        List<String> words = new ArrayList<>();
        char reading = ' ';
        for (String word : line.split(" ")) {
            if (word.equals("<") || word.equals("#") || word.equals("!")) {
                reading = word.charAt(0);
            } else if (reading == sign) {
                words.add(word);
            }
        }
        return words;
    }

    static GraphException refusal(ThrowingCallable request) {
        return catchThrowableOfType(GraphException.class, request);
    }
}
