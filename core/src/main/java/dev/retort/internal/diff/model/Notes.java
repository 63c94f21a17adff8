/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import java.util.List;

/** The sentences that stand as comments above operations. */
public final class Notes {

    private Notes() {}

    public static String tableIsLost(QualifiedName table) {
        return "Data loss: the rows of " + words(table) + " are gone after this.";
    }

    public static String columnIsLost(QualifiedName table, String column) {
        return "Data loss: the values of " + words(table) + "." + column + " are gone after this.";
    }

    public static String countIsLost(QualifiedName sequence) {
        return "Data loss: how far " + words(sequence) + " has counted is gone after this.";
    }

    public static String looksLikeColumnRename(QualifiedName table, String from, String to) {
        return "If " + from + " was only renamed to " + to
                + ", keep its values: in the place of ADD and DROP COLUMN write"
                + " ALTER TABLE " + SqlText.quoted(table) + " RENAME COLUMN " + Identifiers.quote(from) + " TO "
                + Identifiers.quote(to) + "; or generate again with --rename " + words(table) + "." + from + ":"
                + words(table) + "." + to + ".";
    }

    public static String looksLikeTableRename(QualifiedName from, QualifiedName to) {
        return "If " + words(from) + " was only renamed to " + words(to) + ", keep its rows: write ALTER TABLE "
                + SqlText.quoted(from) + " RENAME TO " + Identifiers.quote(to.name())
                + "; or generate again with --rename "
                + words(from) + ":" + words(to) + ".";
    }

    public static String typeChangeLocks(QualifiedName table) {
        return "Nobody reads or writes " + words(table) + " until this is done, which takes as long as its rows unless"
                + " PostgreSQL keeps their values as they are (a longer varchar, text). Where that is too long, change the"
                + " type by way of a second column, in three revisions.";
    }

    public static String exclusionLocks(QualifiedName table) {
        return "Nobody writes to " + words(table)
                + " until this is done: PostgreSQL has no exclusion constraint that is" + " checked afterwards.";
    }

    public static String newColumnNeedsValue(QualifiedName table) {
        return "Fails when " + words(table)
                + " has rows: the column takes no nulls and has no default. Add it without NOT"
                + " NULL, fill it, then set NOT NULL; or give it a default.";
    }

    public static String rowsGet(QualifiedName table, String expression, String source) {
        return "The rows of " + words(table) + " get " + expression + ", " + source + ".";
    }

    public static String fillHere(QualifiedName table, String column) {
        return "FILL IN: the value of " + column + " for the rows of " + words(table)
                + ". Until then the upgrade stops here when there are any.";
    }

    public static String isWithdrawn(String revision) {
        return "The entities do not state this any more; revision " + revision + " stated it.";
    }

    public static String nullsMustBeGone(QualifiedName table, String column) {
        return "Fails while a row of " + words(table) + " has no " + column + ": fill those before.";
    }

    public static String mayNotFit(String from, String to) {
        return "Fails where a " + from + " does not fit " + to + ".";
    }

    public static String isRounded(String from, String to) {
        return "Data loss: values of " + from + " are rounded to " + to + ".";
    }

    public static String mayNotConvert(String from, String to) {
        return "Fails when a value is no " + to + "; see that every " + from + " converts before.";
    }

    public static String noCast(String from, String to) {
        return "PostgreSQL has no cast from " + from + " to " + to
                + ": the values go by their texts, which may fail. Write the USING that is right for your values.";
    }

    public static String loses(String what) {
        return "Data loss: " + what + ".";
    }

    public static String enumLoses(List<String> labels) {
        return "Fails while a row has the value "
                + String.join(" or ", labels.stream().map(Identifiers::literal).toList())
                + ", which the type will not have: change those rows before.";
    }

    public static String enumRename(QualifiedName type, String from, String to) {
        return "If " + from + " was only renamed to " + to + ", write ALTER TYPE " + SqlText.quoted(type)
                + " RENAME VALUE " + Identifiers.literal(from) + " TO " + Identifiers.literal(to)
                + " in the place of all that concerns the type; or generate again with --rename " + words(type) + "."
                + from + ":" + words(type) + "." + to + ".";
    }

    public static String replaced(ObjectKey type) {
        return "PostgreSQL cannot change " + type
                + " as wanted: a new type takes its place, and the columns move over.";
    }

    public static String columnIsMadeAnew() {
        return "PostgreSQL cannot change this column in place: it is dropped here and added again, and its values are"
                + " computed anew.";
    }

    public static String valuesAreReplaced(QualifiedName table, String column) {
        return "Data loss: the values of " + words(table) + "." + column + " are replaced by generated ones.";
    }

    public static String goesUnrepeated(List<ObjectKey> objects) {
        return "Goes along, and no statement here makes it again: "
                + String.join(", ", objects.stream().map(ObjectKey::toString).toList()) + ".";
    }

    public static String invalidIndex() {
        return "This index is INVALID: a concurrent build did not end. It is built again below.";
    }

    /** {@return a name as a person says it: without the schema that needs no saying} */
    public static String words(QualifiedName name) {
        return "public".equals(name.schema()) ? name.name() : name.toString();
    }
}
