/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.migration.LockWait;
import dev.retort.migration.MigrationListener;

/** Prints, beside the answer, that a run waits for the migration lock, and what it overrides. */
record RunRemarks(Output err) implements MigrationListener {

    @Override
    public void whileWaiting(LockWait wait) {
        print(wait + ".");
    }

    @Override
    public void onNotice(String notice) {
        print(notice);
    }

    private void print(String line) {
        err.line(line);
        err.flush();
    }
}
