/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.Retort;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The operations that change a database. */
enum MigrationOperation {
    STAMP,
    DOWNGRADE,
    UPGRADE;

    static Optional<MigrationOperation> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    RunResult run(Retort retort, RunRequest request) {
        return switch (this) {
            case STAMP -> retort.stamp(request);
            case DOWNGRADE -> retort.downgrade(request);
            case UPGRADE -> retort.upgrade(request);
        };
    }
}
