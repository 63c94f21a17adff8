/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.text;

import dev.retort.schema.part.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes how a sequence counts. */
public final class SequenceText {

    private SequenceText() {}

    /** {@return the options that are stated} */
    public static List<String> options(SequenceOptions options) {
        return changes(null, options);
    }

    /**
     * {@return the options that change}
     *
     * @param from the old options; {@code null} if not given: then all stated options change
     * @param to what they become
     */
    public static List<String> changes(@Nullable SequenceOptions from, SequenceOptions to) {
        SequenceOptions before = from == null ? SequenceOptions.DEFAULTS : from;
        List<String> options = new ArrayList<>();
        add(options, "INCREMENT BY ", before.increment(), to.increment(), "INCREMENT BY 1");
        add(options, "MINVALUE ", before.minimum(), to.minimum(), "NO MINVALUE");
        add(options, "MAXVALUE ", before.maximum(), to.maximum(), "NO MAXVALUE");
        add(options, "START WITH ", before.start(), to.start(), "START WITH " + first(to));
        add(options, "CACHE ", before.cache(), to.cache(), "CACHE 1");
        if (before.cycle() != to.cycle()) {
            options.add(to.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return options;
    }

    private static void add(
            List<String> options, String words, @Nullable Long from, @Nullable Long to, String otherwise) {
        if (!Objects.equals(from, to)) {
            options.add(to == null ? otherwise : words + to);
        }
    }

    private static long first(SequenceOptions options) {
        boolean down = options.increment() != null && options.increment() < 0;
        Long bound = down ? options.maximum() : options.minimum();
        return bound == null ? (down ? -1 : 1) : bound;
    }
}
