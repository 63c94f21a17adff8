/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.error.RetortException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of rule that a database may have although the classes that are mapped to it do not state it, or state it in another
 * way that means the same: {@code retort.autogenerate.tolerate}.
 *
 * @since 0.1
 */
public enum Tolerance {
    /** {@code NOT NULL} beside a plain field. */
    NOT_NULL("NOT NULL", "NOT NULL"),
    /** Defaults and generated columns. */
    DEFAULT("default", "defaults"),
    /** Unique constraints. */
    UNIQUE("unique constraint", "unique constraints"),
    /** Primary keys of tables for which the classes state none, and their columns. */
    PRIMARY_KEY("primary key", "primary keys"),
    /** Foreign keys beside plain fields. */
    FOREIGN_KEY("foreign key", "foreign keys"),
    /** {@code ON DELETE} and {@code ON UPDATE} actions. */
    ON_DELETE("ON DELETE or ON UPDATE action", "ON DELETE or ON UPDATE actions"),
    /** Indexes. */
    INDEX("index", "indexes"),
    /** Checks and exclusion constraints. */
    CHECK("check or exclusion constraint", "check or exclusion constraints"),
    /** Collations. */
    COLLATION("collation", "collations"),
    /**
     * Other text types where the length is JPA's default, other precisions where the precision is Hibernate's, domains over the
     * type, and {@code char} or {@code citext} in place of {@code varchar}.
     */
    LENGTH("length or precision", "lengths or precisions"),
    /** Names of constraints and indexes that the classes do not give. */
    NAME("name", "names"),
    /** Names of enum types with the same labels, and the order of labels where the ordinal is not stored. */
    ENUM("enum type", "enum types"),
    /** {@code serial} or identity, and options of sequences other than the increment. */
    SERIAL("serial or identity", "serial or identity columns"),
    /** Other precisions of seconds where the precision is Hibernate's: {@code timestamptz(3)}, {@code time}. */
    TIME("time precision", "time precisions");

    private final String one;
    private final String several;

    Tolerance(String one, String several) {
        this.one = one;
        this.several = several;
    }

    /**
     * {@return a number of these rules, in words}
     *
     * @param number how many there are
     */
    public String counted(int number) {
        return number + " " + (number == 1 ? one : several);
    }

    /** {@return the name in settings: {@code not-null}} */
    public String setting() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return every kind} */
    public static Set<Tolerance> all() {
        return EnumSet.allOf(Tolerance.class);
    }

    /**
     * Reads kinds.
     *
     * @param names names of settings; {@code all} and {@code none} are names too
     * @return the kinds; empty for {@code none}
     * @throws RetortException when there is no such kind
     */
    public static Set<Tolerance> parse(Collection<String> names) {
        Set<Tolerance> found = EnumSet.noneOf(Tolerance.class);
        for (String name : names) {
            if (name.strip().equalsIgnoreCase("all")) {
                found.addAll(all());
            } else if (!name.isBlank() && !name.strip().equalsIgnoreCase("none")) {
                found.add(one(name.strip()));
            }
        }
        return found;
    }

    private static Tolerance one(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.setting().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "There is no kind of rule " + name + ".",
                        "The kinds are all, none, "
                                + Arrays.stream(values())
                                        .map(Tolerance::setting)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "Write one of these."));
    }
}
