/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.DataType;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conversions of values of one type to another, after {@code pg_cast} of PostgreSQL 13 to 18.
 *
 * <p>Where PostgreSQL has no cast the value goes by its text, which works for an empty table and fails, losing nothing,
 * for a text that the new type does not read.
 */
public final class Casts {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name", "\"char\"");
    private static final Pattern MODIFIERS = Pattern.compile("\\([^()]*\\)");
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> JSON = Set.of("json", "jsonb");
    private static final Set<String> BITS = Set.of("bit", "bit varying");

    /** The assignment casts, except those between numbers and those to text. */
    private static final Map<String, Set<String>> ASSIGNED = Map.ofEntries(
            Map.entry("date", Set.of("timestamp without time zone", "timestamp with time zone")),
            Map.entry(
                    "timestamp without time zone",
                    Set.of("date", "time without time zone", "timestamp with time zone")),
            Map.entry(
                    "timestamp with time zone",
                    Set.of("date", "time without time zone", "time with time zone", "timestamp without time zone")),
            Map.entry("time without time zone", Set.of("time with time zone", "interval")),
            Map.entry("time with time zone", Set.of("time without time zone")),
            Map.entry("interval", Set.of("time without time zone")),
            Map.entry("cidr", Set.of("inet")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("json", Set.of("jsonb")),
            Map.entry("jsonb", Set.of("json")),
            Map.entry("bit", Set.of("bit varying")),
            Map.entry("bit varying", Set.of("bit")),
            Map.entry("money", Set.of("numeric")),
            Map.entry("numeric", Set.of("money")),
            Map.entry("integer", Set.of("money", "oid")),
            Map.entry("bigint", Set.of("money", "oid")),
            Map.entry("smallint", Set.of("oid")),
            Map.entry("oid", Set.of("integer", "bigint")),
            Map.entry("macaddr", Set.of("macaddr8")),
            Map.entry("macaddr8", Set.of("macaddr")));

    /** The explicit casts. */
    private static final Map<String, Set<String>> EXPLICIT = Map.of(
            "boolean", Set.of("integer"),
            "integer", Set.of("boolean", "bit"),
            "bigint", Set.of("bit"),
            "bit", Set.of("integer", "bigint"),
            "jsonb", Set.of("boolean", "smallint", "integer", "bigint", "numeric", "real", "double precision"));

    private final Lookup side;
    private final Lookup otherSide;

    public Casts(Lookup side, Lookup otherSide) {
        this.side = side;
        this.otherSide = otherSide;
    }

    /** {@return the expression of a {@code USING} clause, or {@code null} where PostgreSQL needs none} */
    @Nullable
    public String using(String column, DataType from, DataType to) {
        String old = base(from);
        String wanted = base(to);
        String value = Identifiers.quote(column);
        if (old.equals(wanted) || isAssigned(old, wanted)) {
            return null;
        }
        String json = json(value, old, to);
        if (json != null) {
            return json;
        }
        if (EXPLICIT.getOrDefault(old, Set.of()).contains(wanted) || TEXTS.contains(old)) {
            return value + "::" + to.sql();
        }
        if (NUMBERS.contains(old) && wanted.equals("boolean")) {
            return value + " <> 0";
        }
        if (old.equals("boolean") && NUMBERS.contains(wanted)) {
            return value + "::integer";
        }
        return old.endsWith("[]") == wanted.endsWith("[]") ? throughText(value, old, to) : ofElement(column, from, to);
    }

    /** A value becomes an array of it, and an array its only value. PostgreSQL casts neither. */
    private String ofElement(String column, DataType from, DataType to) {
        String wanted = base(to);
        if (!wanted.endsWith("[]")) {
            return wanted.endsWith("citext")
                    ? throughText(Identifiers.quote(column), base(from), to)
                    : onlyElement(column) + "::" + to.sql();
        }
        String using = using(column, from, new DataType(element(wanted)));
        return arrayOf(column, using == null ? Identifiers.quote(column) : using);
    }

    /** {@return the only element of an array as a text; of more the text is a value of no type} */
    public static String onlyElement(String column) {
        return "NULLIF(array_to_string(" + Identifiers.quote(column) + ", ' and '), '')";
    }

    /** {@return the array of a column's value} */
    public static String arrayOf(String column, String value) {
        return "CASE WHEN " + Identifiers.quote(column) + " IS NOT NULL THEN ARRAY[" + value + "] END";
    }

    /**
     * Arrays and JSON. A query or a function that returns rows is not allowed in a {@code USING} clause, so JSON
     * becomes an array by way of a row type of PostgreSQL's that has an array of texts.
     */
    private static @Nullable String json(String value, String old, DataType to) {
        if (old.endsWith("[]") && JSON.contains(to.sql())) {
            return "to_" + to.sql() + "(" + value + ")";
        }
        if (JSON.contains(old) && to.sql().endsWith("[]")) {
            return "(" + old + "_populate_record(NULL::pg_catalog.pg_class, " + old + "_build_object('reloptions', "
                    + value + "))).reloptions::" + to.sql();
        }
        return null;
    }

    private static String throughText(String value, String old, DataType to) {
        return value + (old.endsWith("[]") && to.sql().endsWith("[]") ? "::text[]::" : "::text::") + to.sql();
    }

    private static boolean isAssigned(String old, String wanted) {
        if (old.endsWith("[]") && wanted.endsWith("[]")) {
            return isAssigned(element(old), element(wanted)) || element(old).equals(element(wanted));
        }
        boolean texts = TEXTS.contains(wanted) || (wanted.endsWith("citext") && TEXTS.contains(old));
        return texts
                || (NUMBERS.contains(old) && NUMBERS.contains(wanted))
                || ASSIGNED.getOrDefault(old, Set.of()).contains(wanted);
    }

    private static String element(String array) {
        return array.substring(0, array.length() - 2);
    }

    /** {@return whether an index, a check or a key over one type holds for the other as it is} */
    public boolean areComparable(DataType from, DataType to) {
        if (from.equals(to)) {
            return true;
        }
        String old = base(from);
        String wanted = base(to);
        return old.equals(wanted)
                || (INTEGERS.contains(old) && INTEGERS.contains(wanted))
                || (isText(old) && isText(wanted))
                || (BITS.contains(old) && BITS.contains(wanted));
    }

    private static boolean isText(String type) {
        return type.equals("text") || type.equals("character varying");
    }

    /** {@return whether both are enum types, or arrays of them} */
    boolean areEnums(DataType from, DataType to) {
        return isEnum(base(from)) && isEnum(base(to));
    }

    private boolean isEnum(String type) {
        String element = type.endsWith("[]") ? element(type) : type;
        return object(ObjectKind.TYPE, element) instanceof EnumType;
    }

    /** {@return the type without its modifiers, of a domain the underlying type} */
    public String base(DataType type) {
        String sql = type.sql();
        String suffix = sql.endsWith("[]") ? "[]" : "";
        String element = MODIFIERS
                .matcher(sql.substring(0, sql.length() - suffix.length()))
                .replaceAll("");
        if (element.startsWith("interval ")) {
            return "interval" + suffix;
        }
        DataType ancestor = domain(element);
        return (ancestor == null ? element : base(ancestor)) + suffix;
    }

    /** {@return the type over which a domain is, with its modifiers; of another type itself} */
    public DataType underlying(DataType type) {
        DataType ancestor = domain(type.sql());
        return ancestor == null ? type : underlying(ancestor);
    }

    /** {@return whether a type is a domain with a constraint, or over one} */
    boolean isConstrained(DataType type) {
        return object(ObjectKind.DOMAIN, type.sql()) instanceof Domain domain
                && (domain.notNull() || !domain.checks().isEmpty() || isConstrained(domain.type()));
    }

    private @Nullable DataType domain(String name) {
        return object(ObjectKind.DOMAIN, name) instanceof Domain domain ? domain.type() : null;
    }

    private @Nullable SchemaObject object(ObjectKind kind, String name) {
        QualifiedName qualified = SqlText.qualified(name);
        if (qualified == null || qualified.schema() == null) {
            return null;
        }
        ObjectKey key = ObjectKey.of(kind, qualified);
        SchemaObject found = side.object(key);
        return found == null ? otherSide.object(key) : found;
    }
}
