/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import dev.retort.lint.RevisionReport;
import dev.retort.lint.StatementReport;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the server did in one revision with tables that were there before, by its locks, counters and files.
 *
 * @param signals {@code lock}, {@code scan}, {@code rewrite} and {@code build}, the last three under a lock that blocks writes
 */
record ServerWork(Set<String> signals) {

    static ServerWork of(RevisionReport revision) {
        Set<String> signals = new TreeSet<>();
        boolean blocked = false;
        for (StatementReport statement : revision.statements()) {
            boolean blocks =
                    statement.locks().stream().anyMatch(lock -> lock.mode().blocksWrites());
            blocked = blocks || (blocked && !statement.autocommit());
            if (blocked) {
                signals.add("lock");
                add(signals, "scan", !statement.scans().isEmpty());
                add(signals, "rewrite", !statement.rewritten().isEmpty());
                add(signals, "build", !statement.built().isEmpty());
            }
        }
        return new ServerWork(signals);
    }

    private static void add(Set<String> signals, String signal, boolean seen) {
        if (seen) {
            signals.add(signal);
        }
    }

    /** {@return whether rows are read, written or indexed while writes wait} */
    boolean blocks() {
        return has("work");
    }

    boolean has(String claim) {
        return claim.equals("work")
                ? signals.contains("scan") || signals.contains("rewrite") || signals.contains("build")
                : signals.contains(claim);
    }

    @Override
    public String toString() {
        return signals.isEmpty() ? "no lock" : String.join(", ", signals);
    }
}
