/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.part.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes about values that do not fit a changed type. */
public final class TypeNotes {

    private static final Pattern MODIFIERS = Pattern.compile("\\((\\d+)(?:,(-?\\d+))?\\)");
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private static final Set<String> TIMESTAMPS = Set.of("timestamp without time zone", "timestamp with time zone");

    /** Changes that keep less than there was. */
    private static final Map<String, Map<String, String>> LOSSES = Map.of(
            "timestamp without time zone", Map.of("date", "the time of day", "time without time zone", "the date"),
            "timestamp with time zone", Map.of("date", "the time of day", "time without time zone", "the date"),
            "time with time zone", Map.of("time without time zone", "the time zone"),
            "json", Map.of("jsonb", "the order and the doubles of keys"),
            "double precision", Map.of("real", "some of the digits"),
            "numeric", Map.of("real", "some of the digits", "double precision", "some of the digits"));

    /** The maximum length of a value as a text. */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("boolean", 5),
            Map.entry("smallint", 6),
            Map.entry("integer", 11),
            Map.entry("bigint", 20),
            Map.entry("oid", 10),
            Map.entry("real", 15),
            Map.entry("double precision", 24),
            Map.entry("date", 13),
            Map.entry("time without time zone", 15),
            Map.entry("time with time zone", 24),
            Map.entry("timestamp without time zone", 29),
            Map.entry("timestamp with time zone", 38),
            Map.entry("uuid", 36),
            Map.entry("inet", 50),
            Map.entry("macaddr", 17));

    private TypeNotes() {}

    public static List<String> of(Casts casts, DataType from, DataType to, @Nullable String using) {
        List<String> notes = new ArrayList<>();
        String old = casts.base(from);
        String wanted = casts.base(to);
        if (casts.areEnums(from, to)) {
            return notes;
        }
        if (using != null && using.contains("array_to_string(")) {
            notes.addAll(Notes.onlyElementIsKept());
        } else if (using != null && using.contains("::text::") && !old.equals("boolean")) {
            notes.add(Notes.noCast(from.sql(), to.sql()));
        } else if (using != null && TEXTS.contains(old)) {
            notes.add(Notes.mayNotConvert("text", to.sql()));
        }
        DataType plain = casts.underlying(from);
        DataType target = casts.underlying(to);
        if (old.equals(wanted)) {
            modifiers(plain, target, notes);
        } else {
            families(plain, target, List.of(old, wanted), notes);
        }
        if (casts.isConstrained(from)) {
            notes.add(Notes.domainIsLeft(from.sql()));
        }
        if (casts.isConstrained(to)) {
            notes.add(Notes.domainIsMet(to.sql()));
        }
        return notes;
    }

    private static void modifiers(DataType from, DataType to, List<String> notes) {
        int[] old = modifiers(from);
        int[] wanted = modifiers(to);
        boolean scaled = to.sql().startsWith("numeric");
        if (scaled ? wanted[1] < old[1] : isFraction(to) && wanted[0] < old[0]) {
            notes.add(Notes.isRounded(from.sql(), to.sql()));
        }
        boolean shorter = scaled ? wanted[0] - wanted[1] < old[0] - old[1] : !isFraction(to) && wanted[0] < old[0];
        if (shorter) {
            notes.add(Notes.mayNotFit(from.sql(), to.sql()));
        }
    }

    private static boolean isFraction(DataType type) {
        return type.sql().startsWith("time") || type.sql().startsWith("interval");
    }

    /** {@return length or precision and scale; a missing one is as much as can be} */
    private static int[] modifiers(DataType type) {
        Matcher matcher = MODIFIERS.matcher(type.sql());
        if (!matcher.find()) {
            return isFraction(type)
                    ? new int[] {6, 0}
                    : new int[] {Integer.MAX_VALUE, type.sql().startsWith("numeric") ? 16383 : 0};
        }
        int scale = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return new int[] {Integer.parseInt(matcher.group(1)), scale};
    }

    private static void families(DataType from, DataType to, List<String> bases, List<String> notes) {
        int old = INTEGERS.indexOf(bases.get(0));
        int wanted = INTEGERS.indexOf(bases.get(1));
        boolean narrower = wanted >= 0 && (old > wanted || isOtherNumber(bases.get(0)));
        boolean shorterText = TEXTS.contains(bases.get(1))
                && to.sql().indexOf('(') >= 0
                && longest(from, bases.get(0)) > modifiers(to)[0];
        if (narrower || shorterText) {
            notes.add(Notes.mayNotFit(from.sql(), to.sql()));
        }
        if (wanted >= 0 && isOtherNumber(bases.get(0))) {
            notes.add(Notes.isRounded(from.sql(), to.sql()));
        }
        if (TIMESTAMPS.containsAll(bases)) {
            notes.add(Notes.timesAreOfSession());
        }
        String lost = LOSSES.getOrDefault(bases.get(0), Map.of()).get(bases.get(1));
        if (lost != null) {
            notes.add(Notes.loses(lost + " of each value"));
        }
        if (bases.get(1).equals("boolean") && (old >= 0 || isOtherNumber(bases.get(0)))) {
            notes.add(Notes.loses("every number but 0 becomes true"));
        }
    }

    private static int longest(DataType type, String base) {
        return TEXTS.contains(base) ? modifiers(type)[0] : LONGEST.getOrDefault(base, Integer.MAX_VALUE);
    }

    private static boolean isOtherNumber(String base) {
        return Set.of("numeric", "real", "double precision").contains(base);
    }
}
