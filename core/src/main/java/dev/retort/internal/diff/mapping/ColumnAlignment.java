/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.diff.Tolerance;
import dev.retort.internal.diff.model.Casts;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.Serial;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.ColumnValue.Generated;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.DataType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives a column of a mapping what the database's column has and the classes do not state. */
final class ColumnAlignment {

    private static final String DEFAULT_LENGTH = "character varying(255)";
    private static final Pattern DEFAULT_PRECISION = Pattern.compile("numeric\\(38,[02]\\)");
    private static final Set<String> TEXTS =
            Set.of("text", "character varying", "character", "citext", "public.citext");
    private static final Pattern DEFAULT_TIME =
            Pattern.compile("time\\(0\\) with(out)? time zone|timestamp\\(6\\) with(out)? time zone");
    private static final Pattern TIME = Pattern.compile("(time(?:stamp)?|interval)\\(6\\)");

    private final MappingAlignment alignment;
    private final Casts casts;
    private final KeptDefault defaults;

    ColumnAlignment(MappingAlignment alignment) {
        this.alignment = alignment;
        this.casts = new Casts(alignment.database(), new Lookup(alignment.model()));
        this.defaults = new KeptDefault(casts);
    }

    /** {@return the column of the model with what the real one has and the model does not state} */
    Column align(Column stated, Column real, ColumnName name) {
        Column aligned = type(stated, real, name);
        aligned = collation(aligned, real, name);
        aligned = notNull(aligned, real, name);
        return value(aligned, real, name);
    }

    private Column type(Column stated, Column real, ColumnName name) {
        DataType from = stated.type();
        DataType to = real.type();
        if (from.equals(to)) {
            return stated;
        }
        if (isSameTime(from, to) && alignment.tolerates(Tolerance.TIME)) {
            return stated.withType(to);
        }
        if (isDefaultTime(from, casts.underlying(to)) && alignment.tolerates(Tolerance.TIME)) {
            alignment.leave(Tolerance.TIME, shown(name) + " " + to.sql());
            return stated.withType(to);
        }
        if (alignment.enums().haveSameLabels(from, to) && alignment.tolerates(Tolerance.ENUM)) {
            return stated.withType(to);
        }
        if (isUnstated(from, to) && alignment.tolerates(Tolerance.LENGTH)) {
            alignment.leave(Tolerance.LENGTH, shown(name) + " " + to.sql());
            return stated.withType(to);
        }
        return stated;
    }

    /** {@return whether the classes cannot tell the types apart, or state a length or precision only by default} */
    private boolean isUnstated(DataType stated, DataType real) {
        DataType underlying = casts.underlying(real);
        return stated.equals(underlying)
                || isDefaultLength(stated, real)
                || isSameLength(stated.sql(), underlying.sql());
    }

    /** A text of the same length, or one whose type has no length. */
    private static boolean isSameLength(String stated, String real) {
        return stated.matches("character varying\\(\\d+\\)")
                && (real.equals(stated.replace(" varying", "")) || real.equals("citext") || real.endsWith(".citext"));
    }

    /** Hibernate's precision of seconds is 0 for a time and 6 for a timestamp. */
    private boolean isDefaultTime(DataType stated, DataType real) {
        return DEFAULT_TIME.matcher(stated.sql()).matches()
                && casts.base(stated).equals(casts.base(real));
    }

    private static boolean isSameTime(DataType some, DataType other) {
        return TIME.matcher(some.sql())
                .replaceAll("$1")
                .equals(TIME.matcher(other.sql()).replaceAll("$1"));
    }

    /**
     * A length that is JPA's default, or a precision that is Hibernate's default, is not a requirement of the model.
     */
    private boolean isDefaultLength(DataType stated, DataType real) {
        String suffix = stated.sql().endsWith("[]") ? "[]" : "";
        String element = stated.sql().substring(0, stated.sql().length() - suffix.length());
        String base = casts.base(real);
        if (!base.endsWith(suffix)) {
            return false;
        }
        String realElement = base.substring(0, base.length() - suffix.length());
        return (element.equals(DEFAULT_LENGTH) && TEXTS.contains(realElement))
                || (DEFAULT_PRECISION.matcher(element).matches() && realElement.equals("numeric"));
    }

    private Column collation(Column stated, Column real, ColumnName name) {
        if (stated.collation() != null || real.collation() == null || !alignment.tolerates(Tolerance.COLLATION)) {
            return stated;
        }
        alignment.leave(Tolerance.COLLATION, shown(name) + " " + real.collation());
        return stated.withCollation(real.collation());
    }

    private Column notNull(Column stated, Column real, ColumnName name) {
        if (stated.isNotNull() && real.isNotNull()) {
            return alignment.tolerates(Tolerance.NAME) ? stated.withNotNull(real.notNull()) : stated;
        }
        boolean left = !stated.isNotNull()
                && real.isNotNull()
                && alignment.tolerates(Tolerance.NOT_NULL)
                && !alignment.rules().isNotNullWithdrawn(name);
        if (!left) {
            return stated;
        }
        alignment.leave(Tolerance.NOT_NULL, shown(name));
        return stated.withNotNull(real.notNull());
    }

    private Column value(Column stated, Column real, ColumnName name) {
        ColumnValue from = stated.value();
        ColumnValue to = real.value();
        if (from.equals(to)) {
            return stated;
        }
        if (isNumbered(from) && isNumbered(to)) {
            return alignment.tolerates(Tolerance.SERIAL) ? stated.withValue(to) : stated;
        }
        boolean unstated = from.equals(ColumnValue.NONE)
                && !alignment.rules().isWithdrawn(StatedRules.defaultOf(name.table(), name.column()));
        if (unstated && isNumbered(to) && alignment.tolerates(Tolerance.SERIAL)) {
            boolean ends = alignment.sequences().startsToNumber(name) || !defaults.isNumbering(stated.type());
            return ends ? stated : stated.withValue(to);
        }
        if (unstated && (to instanceof Default || to instanceof Generated) && alignment.tolerates(Tolerance.DEFAULT)) {
            return withDefault(stated, real, name);
        }
        return stated;
    }

    private Column withDefault(Column stated, Column real, ColumnName name) {
        ColumnValue kept = defaults.of(
                real.value(),
                real.type(),
                stated.type(),
                alignment.context().facts().constants().getOrDefault(name, List.of()));
        if (kept == null) {
            return stated;
        }
        alignment.leave(Tolerance.DEFAULT, shown(name) + " " + shown(kept));
        return stated.withValue(kept);
    }

    private static boolean isNumbered(ColumnValue value) {
        return value instanceof Identity || Serial.sequence(value) != null;
    }

    static String shown(ColumnValue value) {
        return value instanceof Default given
                ? given.expression()
                : value instanceof Generated generated ? "generated as " + generated.expression() : "";
    }

    static String shown(ColumnName name) {
        return Notes.words(name.table()) + "." + name.column();
    }
}
