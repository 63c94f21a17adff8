/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table or sequence that two databases have with other contents.
 *
 * @param relation its quoted name
 * @param sequence whether it is a sequence
 * @param digest what the one holds
 * @param other what the other holds
 * @param columns the columns with other values, each with its type; empty for a sequence
 */
public record RowDifference(String relation, boolean sequence, String digest, String other, Set<String> columns) {

    /** Types of values that are new with each run: the time, and random identifiers. */
    private static final Pattern OF_EACH_RUN =
            Pattern.compile(".* (timestamp with(out)? time zone|date|time with(out)? time zone|uuid)");

    /** The rows, without values that differ in each run. */
    static final String COMBINATION = "the combination of columns";

    /** {@return how many rows the one has} */
    public String count() {
        return count(digest);
    }

    /** {@return how many rows the other has} */
    public String otherCount() {
        return count(other);
    }

    private static String count(String digest) {
        return digest.substring(0, digest.indexOf(' '));
    }

    /** {@return whether both have as many rows, which differ only in values that are new with each run} */
    public boolean isOfEachRun() {
        return count().equals(otherCount())
                && !columns.isEmpty()
                && columns.stream().allMatch(RowDifference::isOfEachRun);
    }

    static boolean isOfEachRun(String column) {
        return OF_EACH_RUN.matcher(column).matches();
    }

    /** {@return the note about a difference of each run} */
    public String noteOfEachRun() {
        return "the rows of " + relation + " differ only in " + columnList() + ", whose values are new with each run";
    }

    /** {@return the columns, separated by commas} */
    public String columnList() {
        return String.join(", ", columns);
    }
}
