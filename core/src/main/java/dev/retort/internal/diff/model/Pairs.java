/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together of two lists of things that may be called anything: first those of one name, then those of one
 * meaning.
 *
 * @param pairs what belongs together
 * @param gone what has no counterpart any more
 * @param added what had none before
 */
public record Pairs<T>(List<Pair<T>> pairs, List<T> gone, List<T> added) {

    /**
     * Two things that belong together.
     *
     * @param from as it is
     * @param to as it is to be
     */
    public record Pair<T>(T from, T to) {}

    public static <T> Pairs<T> of(List<T> from, List<T> to, Name<T> name, Function<T, ?> meaning) {
        List<Pair<T>> pairs = new ArrayList<>();
        List<T> rest = new ArrayList<>(to);
        List<T> unpaired = new ArrayList<>();
        Map<String, T> named = new HashMap<>();
        to.forEach(thing -> named.put(String.valueOf(name.of(thing)), thing));
        for (T thing : from) {
            T other = name.of(thing) == null ? null : named.get(name.of(thing));
            if (other == null) {
                unpaired.add(thing);
            } else {
                pairs.add(new Pair<>(thing, other));
                rest.remove(other);
            }
        }
        Map<Object, Deque<T>> meant = new HashMap<>();
        rest.forEach(thing -> meant.computeIfAbsent(meaning.apply(thing), key -> new ArrayDeque<>())
                .add(thing));
        List<T> gone = new ArrayList<>();
        for (T thing : unpaired) {
            T other =
                    meant.getOrDefault(meaning.apply(thing), new ArrayDeque<>()).poll();
            if (other == null) {
                gone.add(thing);
            } else {
                pairs.add(new Pair<>(thing, other));
                rest.remove(other);
            }
        }
        return new Pairs<>(pairs, gone, rest);
    }

    /** The name of a thing. */
    public interface Name<T> {
        /** {@return the name, if it has one} */
        @Nullable
        String of(T thing);
    }
}
