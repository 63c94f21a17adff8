/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

/** Exit statuses of commands; wrong usage is picocli's 2. */
public final class ExitStatus {

    /** Done, or yes. */
    public static final int DONE = 0;
    /** Failed, or no. */
    public static final int FAILED = 1;

    private ExitStatus() {}
}
