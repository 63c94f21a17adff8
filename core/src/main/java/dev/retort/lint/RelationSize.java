/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

/**
 * The size of a relation of the real database.
 *
 * @param rows estimated rows; -1 when the server has no estimate
 * @param heapBytes bytes of the table itself
 * @param toastBytes bytes of its large values
 * @param indexBytes bytes of all of its indexes
 * @since 0.1
 */
public record RelationSize(long rows, long heapBytes, long toastBytes, long indexBytes) {

    /**
     * {@return the two together; rows are unknown when one's are}
     *
     * @param other the size of another relation
     */
    public RelationSize plus(RelationSize other) {
        return new RelationSize(
                rows < 0 || other.rows < 0 ? -1 : rows + other.rows,
                heapBytes + other.heapBytes,
                toastBytes + other.toastBytes,
                indexBytes + other.indexBytes);
    }

    /** {@return such as {@code 41 M rows, 9 GB}} */
    public String describe() {
        return (rows < 0 ? "" : count(rows) + " rows, ") + bytes(heapBytes + toastBytes);
    }

    private static String count(long number) {
        if (number < 10_000) {
            return Long.toString(number);
        }
        return number < 10_000_000
                ? number < 1_000_000 ? number / 1000 + " k" : number / 1_000_000 + " M"
                : number / 1_000_000 + " M";
    }

    private static String bytes(long number) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        int unit = 0;
        long value = number;
        while (value >= 10 * 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return value + " " + units[unit];
    }
}
