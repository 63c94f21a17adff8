/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.event.LockWait;
import dev.retort.event.MigrationListener;

/** Prints notes to standard error: that a run waits for the migration lock, and what it overrides. */
public record RunRemarks(Output err) implements MigrationListener {

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
