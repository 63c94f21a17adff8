/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.internal.imports.ByHand;

/** Says what takes the place of a callback. */
final class FlywayCallback {

    private FlywayCallback() {}

    static ByHand of(String file, String event) {
        return new ByHand(file, "it is a callback at " + event, advice(event));
    }

    private static String advice(String event) {
        return switch (event) {
            case "beforeMigrate", "beforeConnect", "afterConnect" ->
                "Write a MigrationListener bean with beforeRun. Settings of the session belong into retort.* or ALTER ROLE.";
            case "afterMigrate", "afterMigrateApplied", "afterVersioned" ->
                "Write a MigrationListener bean with afterRun.";
            case "beforeEachMigrate" -> "Write a MigrationListener bean with beforeStep.";
            case "afterEachMigrate" -> "Write a MigrationListener bean with afterStep.";
            case "afterMigrateError", "afterEachMigrateError" -> "Write a MigrationListener bean with onFailure.";
            case "createSchema" -> "Set retort.create-schema=true, or create the schema before the first start.";
            default -> "Retort has no such event. Call it where the command is called.";
        };
    }
}
