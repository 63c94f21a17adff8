/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import dev.retort.schema.name.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An action of {@code ALTER TABLE} that PostgreSQL takes together with others.
 *
 * @param table the table
 * @param pass when PostgreSQL runs it, whatever its place in the statement
 * @param names the column or the constraint that it is about
 * @param text the action
 * @param mentioned more text that names columns; {@code null} if it could be about any column
 * @param notes the notes above it
 * @param after the statements that follow it
 */
record TableAction(
        QualifiedName table,
        Pass pass,
        Set<String> names,
        String text,
        @Nullable String mentioned,
        List<String> notes,
        List<String> after) {

    /** PostgreSQL runs the actions of a statement in this order, and in each pass in the order of the statement. */
    enum Pass {
        DROP,
        TYPE,
        ADD,
        ATTRIBUTE,
        CONSTRAINT,
        OPTION
    }

    TableAction {
        names = Set.copyOf(names);
        notes = List.copyOf(notes);
        after = List.copyOf(after);
    }

    /** {@return whether the order of the two matters} */
    boolean isRelated(TableAction other) {
        return mentions(other) || other.mentions(this);
    }

    private boolean mentions(TableAction other) {
        return mentioned == null
                || other.names().stream()
                        .anyMatch(name -> names.contains(name) || contains(text + " " + mentioned, name));
    }

    /** Finds too much rather than too little: then there is one statement more. */
    private static boolean contains(String text, String name) {
        return name.contains("\"")
                || Pattern.compile("(?<![\\p{L}\\p{N}_$])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_$])")
                        .matcher(text)
                        .find();
    }

    /** {@return whether one statement does the same with both as one statement for each in this order} */
    boolean canFollow(TableAction earlier) {
        return !isRelated(earlier)
                || switch (earlier.pass()) {
                    case DROP -> true;
                    case TYPE, ATTRIBUTE -> pass == Pass.ATTRIBUTE || pass == Pass.CONSTRAINT;
                    case ADD, CONSTRAINT -> pass == Pass.CONSTRAINT;
                    case OPTION -> false;
                };
    }
}
