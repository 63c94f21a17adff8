/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.error.RetortException;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for names of objects, {@code [kind:]name}, in which {@code *} matches any characters.
 *
 * <p>The name is an object's own or has its schema before it; a part of a table ({@code column}, {@code constraint},
 * {@code index}, {@code trigger}, {@code policy}) is {@code name}, {@code table.name} or {@code schema.table.name}.
 * Without a kind it is for tables, views, sequences, types and routines, not for their parts.
 *
 * @since 0.1
 */
public final class NamePattern {

    private static final Set<ObjectKind> PARTS = EnumSet.of(
            ObjectKind.COLUMN, ObjectKind.CONSTRAINT, ObjectKind.INDEX, ObjectKind.TRIGGER, ObjectKind.POLICY);

    private final String text;
    private final @Nullable ObjectKind kind;
    private final Pattern pattern;

    private NamePattern(String text, @Nullable ObjectKind kind, Pattern pattern) {
        this.text = text;
        this.kind = kind;
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @param text the pattern, such as {@code audit_*} or {@code index:billing.ix_*}
     * @return the pattern
     * @throws RetortException when there is no such kind, or no name
     */
    public static NamePattern parse(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1).strip();
        if (name.isEmpty()) {
            throw unusable(text, "It has no name.");
        }
        ObjectKind kind = colon < 0 ? null : kind(text, text.substring(0, colon).strip());
        return new NamePattern(text, kind, Pattern.compile(regex(name)));
    }

    /**
     * Reads patterns.
     *
     * @param texts the patterns
     * @return the patterns in the same order
     * @throws RetortException when one of them cannot be read
     */
    public static List<NamePattern> parse(List<String> texts) {
        return texts.stream().map(NamePattern::parse).toList();
    }

    private static String regex(String name) {
        String[] pieces = name.split("\\*", -1);
        return String.join(".*", Arrays.stream(pieces).map(Pattern::quote).toList());
    }

    private static ObjectKind kind(String text, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (ObjectKind kind : ObjectKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw unusable(text, "There is no kind of object called \"" + word + "\".");
    }

    private static RetortException unusable(String text, String why) {
        return new RetortException(
                "The pattern \"" + text + "\" cannot be read.",
                why,
                "Write a name (audit_*), a name with its schema (billing.*), or a kind and a name (index:ix_tmp_*).");
    }

    boolean isForObjects() {
        return kind == null || !PARTS.contains(kind);
    }

    boolean matches(ObjectKey key) {
        boolean part = PARTS.contains(key.kind());
        boolean rightKind = kind == null ? !part : kind == key.kind();
        if (!rightKind) {
            return false;
        }
        if (part && !key.detail().isEmpty()) {
            return matchesPart(key);
        }
        return matchesName(key);
    }

    private boolean matchesName(ObjectKey key) {
        return matches(key.name().name()) || matches(key.name().toString());
    }

    private boolean matchesPart(ObjectKey key) {
        return matches(key.detail())
                || matches(key.name().name() + "." + key.detail())
                || matches(key.name() + "." + key.detail());
    }

    private boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** Two patterns are equal when their texts are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamePattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
