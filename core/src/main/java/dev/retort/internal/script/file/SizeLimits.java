/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.file;

import java.util.Locale;

/**
 * The limits of the size of scripts, so that reading them does not end in an {@code OutOfMemoryError}. While a script is read, its
 * text is in memory several times: as bytes, as characters, as statements and as what is hashed.
 *
 * @param heap what the virtual machine can grow to, in bytes
 */
record SizeLimits(long heap) {

    /** Measured: a script of one statement, not all of it Latin-1, takes up to 20 times its size while it is read. */
    private static final int TIMES_WHILE_READ = 24;

    /** Text and statements of all scripts stay in memory, two bytes for a character. */
    private static final int TIMES_KEPT = 8;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;
    private static final double MEGABYTE = 1024 * 1024;

    static SizeLimits ofThisProcess() {
        return new SizeLimits(Runtime.getRuntime().maxMemory());
    }

    /** {@return the most bytes that one script may have} */
    int ofOne() {
        return (int) Math.min(LARGEST_ARRAY, heap / TIMES_WHILE_READ);
    }

    /** {@return the most bytes that all scripts may have together} */
    long ofAll() {
        return heap / TIMES_KEPT;
    }

    /** {@return what is wrong with a script of a size above the limit, and what to do} */
    String refusalOfOne(String size) {
        return "The script has " + size + ", and with a heap of " + megabytes(heap) + " one script may have "
                + megabytes(ofOne()) + ". " + advice();
    }

    /** {@return what is wrong with scripts that are together above the limit, and what to do} */
    String refusalOfAll() {
        return "Up to this one the scripts have more than " + megabytes(ofAll())
                + ", the most that is read with a heap of " + megabytes(heap) + ". " + advice();
    }

    private static String advice() {
        return "Load rows from outside of the scripts (COPY from a file or a program), or start Java with a larger"
                + " -Xmx.";
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
