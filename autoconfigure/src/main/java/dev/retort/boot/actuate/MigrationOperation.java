/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.Retort;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** The operations that change a database. */
enum MigrationOperation {
    STAMP("stamp", Retort::stamp),
    DOWNGRADE("downgrade", Retort::downgrade),
    /** By an operator it ends a hold: whoever asks for it has seen where the database stands. */
    UPGRADE("upgrade", (retort, request) -> retort.upgrade(request.withRelease(true)));

    private final String id;
    private final BiFunction<Retort, RunRequest, RunResult> call;

    MigrationOperation(String id, BiFunction<Retort, RunRequest, RunResult> call) {
        this.id = id;
        this.call = call;
    }

    static Optional<MigrationOperation> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    RunResult run(Retort retort, RunRequest request) {
        return call.apply(retort, request);
    }
}
