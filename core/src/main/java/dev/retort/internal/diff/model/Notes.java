/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notes that are written as comments above operations. */
public final class Notes {

    private Notes() {}

    public static String tableIsLost(QualifiedName table) {
        return "Data loss: deletes the rows of " + words(table) + ".";
    }

    public static String columnIsLost(QualifiedName table, String column) {
        return "Data loss: deletes the values of " + words(table) + "." + column + ".";
    }

    public static String childrenKeepColumn() {
        return "ONLY: a child table keeps the column as its own.";
    }

    public static String countIsLost(QualifiedName sequence) {
        return "Data loss: deletes the current value of " + words(sequence) + ".";
    }

    public static String looksLikeColumnRename(QualifiedName table, String from, String to) {
        return "If " + from + " was only renamed to " + to
                + ", keep its values: instead of ADD and DROP COLUMN write ALTER TABLE"
                + " " + SqlText.quoted(table) + " RENAME COLUMN " + Identifiers.quote(from) + " TO "
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
        return "Takes ACCESS EXCLUSIVE on " + words(table) + ": blocks reads and writes until the transaction ends."
                + " PostgreSQL rewrites the table unless the values stay as they are (a longer varchar, text). For"
                + " a large table, change the type through a second column, in three revisions.";
    }

    public static String exclusionLocks(QualifiedName table) {
        return "Takes ACCESS EXCLUSIVE on " + words(table) + ": blocks reads and writes until the transaction ends."
                + " PostgreSQL builds an index meanwhile; it has no exclusion constraint that is NOT VALID.";
    }

    public static String newColumnNeedsValue(QualifiedName table) {
        return "Fails if " + words(table)
                + " has rows: the column is NOT NULL and has no default. Add it without NOT"
                + " NULL, fill it, then set NOT NULL; or give it a default.";
    }

    public static String rowsGet(QualifiedName table, String expression, String source) {
        return "The rows of " + words(table) + " get " + expression + ", " + source + ".";
    }

    public static String fillHere(QualifiedName table, List<String> columns) {
        return "FILL IN: the " + (columns.size() == 1 ? "value" : "values") + " of " + joined(columns)
                + " for the rows of " + words(table) + ". Until then the script stops here if there are any.";
    }

    public static String isWithdrawn(String revision) {
        return "The entities no longer state this; revision " + revision + " stated it.";
    }

    public static String nullsMustBeGone(QualifiedName table, String column) {
        return "Fails if a row of " + words(table) + " has no " + column + ": fill these rows first.";
    }

    public static String rowsDiffer(QualifiedName table, String key, @Nullable String predicate) {
        return "Fails if two rows of " + words(table) + (predicate == null ? "" : " with " + predicate)
                + " have the same " + key + ".";
    }

    public static String rowsDoNotOverlap(QualifiedName table, List<String> key) {
        int last = key.size() - 1;
        String same = last == 0 ? "" : " with the same " + String.join(", ", key.subList(0, last));
        return "Fails if two rows of " + words(table) + same + " overlap in " + key.get(last) + ".";
    }

    public static String rowsDoNotConflict(QualifiedName table) {
        return "Fails if two rows of " + words(table) + " conflict.";
    }

    public static String checkIsMet(QualifiedName table) {
        return "Fails if a row of " + words(table) + " violates the check.";
    }

    public static String rowsRefer(QualifiedName table, List<String> columns, QualifiedName referenced) {
        String names = columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")";
        return "Fails if a row of " + words(table) + " has a " + names + " that no row of " + words(referenced)
                + " has.";
    }

    public static String losesItsKey(QualifiedName table, QualifiedName referenced, String key, boolean checked) {
        String tables = table.equals(referenced) ? words(table) : words(table) + " and " + words(referenced);
        return "This foreign key uses " + key + ", which is dropped, so it is added again below."
                + (checked ? " PostgreSQL then checks all rows of " + words(table) + "." : "")
                + " Takes ACCESS EXCLUSIVE on " + tables + ": blocks reads and writes until the transaction ends.";
    }

    public static String domainCheckIsMet(QualifiedName domain) {
        return "Fails if a value of " + words(domain) + " violates the check.";
    }

    public static String domainHasNoNulls(QualifiedName domain) {
        return "Fails if a value of " + words(domain) + " is null.";
    }

    public static String mayNotFit(String from, String to) {
        String article = from.matches("[io].*") ? "an " : "a ";
        return "Fails if " + article + from + " does not fit " + to + ".";
    }

    public static String isRounded(String from, String to) {
        return "Data loss: values of " + from + " are rounded to " + to + ".";
    }

    public static String mayNotConvert(String from, String to) {
        return "Fails if a value is not a valid " + to + "; check first that every " + from + " converts.";
    }

    public static String noCast(String from, String to) {
        return "PostgreSQL has no cast from " + from + " to " + to
                + ": the values are converted through text, which may fail. Adapt USING to your values.";
    }

    /** An array becomes its only element. */
    public static List<String> onlyElementIsKept() {
        return List.of("Fails if an array has more than one element.", loses("an empty array becomes null"));
    }

    public static String domainIsLeft(String domain) {
        return "The constraints of " + domain + " no longer apply to this column.";
    }

    public static String domainIsMet(String domain) {
        return "Fails if a value violates a constraint of " + domain + ".";
    }

    public static String enumIsConverted(List<String> names) {
        List<String> numbered = new ArrayList<>();
        names.forEach(name -> numbered.add(numbered.size() + " is " + name));
        return "Converts numbers and names of constants in their present order: " + String.join(", ", numbered) + ".";
    }

    public static String timesAreOfSession() {
        return "Converts the times in the time zone of the session, which is UTC unless retort.time-zone is set.";
    }

    public static String becomesLargeObject() {
        return "Stores each value as a large object. If the column should keep its type, remove @Lob and generate again.";
    }

    public static String wasLargeObject() {
        return "Reads the large object of each row. The large objects stay: vacuumlo deletes them.";
    }

    public static String loses(String what) {
        return "Data loss: " + what + ".";
    }

    public static String enumLoses(List<String> labels) {
        return "Fails if a row has the value "
                + String.join(" or ", labels.stream().map(Identifiers::literal).toList())
                + ", which the new type does not have: change these rows first.";
    }

    public static String enumRename(QualifiedName type, String from, String to) {
        return "If " + from + " was only renamed to " + to + ", write ALTER TYPE " + SqlText.quoted(type)
                + " RENAME VALUE " + Identifiers.literal(from) + " TO " + Identifiers.literal(to)
                + " instead of the statements for the type; or generate again with --rename " + words(type) + "."
                + from + ":" + words(type) + "." + to + ".";
    }

    public static String replaced(ObjectKey type) {
        return "PostgreSQL cannot change " + type
                + " in this way: a new type replaces it, and the columns change to the new type.";
    }

    public static String columnIsRecreated() {
        return "PostgreSQL cannot change this column in place: it is dropped here and added again, and PostgreSQL"
                + " computes its values again.";
    }

    public static String valuesAreKept(String column) {
        return "PostgreSQL cannot make " + column + " a plain column in place: another column gets its values, and its"
                + " name. Rewrites the table.";
    }

    public static String valuesAreReplaced(QualifiedName table, String column) {
        return "Data loss: the values of " + words(table) + "." + column + " are replaced by generated ones.";
    }

    public static String notRecreated(List<ObjectKey> objects) {
        return "Also dropped, and not created again by this revision: "
                + String.join(", ", objects.stream().map(ObjectKey::toString).toList()) + ".";
    }

    public static String invalidIndex() {
        return "This index is INVALID: a concurrent build did not finish. It is built again below.";
    }

    /** {@return names as a sentence lists them} */
    public static String joined(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** {@return a name as a user says it: without the schema that needs no saying} */
    public static String words(QualifiedName name) {
        return "public".equals(name.schema()) ? name.name() : name.toString();
    }
}
