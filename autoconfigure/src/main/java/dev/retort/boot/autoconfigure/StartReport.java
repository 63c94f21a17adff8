/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.boot.properties.RetortDatabases;
import dev.retort.run.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * The log output of a startup: one line for each database.
 *
 * @param hint the hint about the endpoint
 * @param otherTools the warning about other migration tools
 * @param schemaCreation the warning about schema changes by JPA
 */
record StartReport(EndpointHint hint, OtherMigrationTools otherTools, SchemaCreation schemaCreation) {

    /** {@return the warnings about other tools that change the schema} */
    List<String> warnings() {
        return Stream.of(otherTools.warning(), schemaCreation.warning())
                .flatMap(Optional::stream)
                .toList();
    }

    /** {@return this report without the hint, which is logged once} */
    StartReport withoutHint() {
        return new StartReport(EndpointHint.none(), otherTools, schemaCreation);
    }

    String notMigrated(String database, String reason) {
        return "Retort does not migrate " + object(database) + " at startup: " + reason + "." + hint.text();
    }

    String done(String database, Optional<RunResult> result) {
        return result.isPresent()
                ? StringUtils.capitalize(object(database)) + " " + done(result.get())
                : nothingDone(database);
    }

    private String nothingDone(String database) {
        return "The application's MigrationStrategy did not migrate " + object(database) + "." + hint.text();
    }

    private String done(RunResult result) {
        return moved(result) + ": " + counted(result) + " in " + result.took().toMillis() + " ms." + remarks(result)
                + hint.text();
    }

    private static String object(String database) {
        return database.equals(RetortDatabases.SINGLE) ? "the database" : "database '" + database + "'";
    }

    private static String moved(RunResult result) {
        return result.before().equals(result.after())
                ? "is at " + rows(result.after())
                : "went from " + rows(result.before()) + " to " + rows(result.after());
    }

    private static String rows(List<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    private static String counted(RunResult result) {
        int applied = result.steps().size();
        return result.found() + (result.found() == 1 ? " revision" : " revisions") + " found, "
                + (applied == 0 ? "none" : String.valueOf(applied)) + " applied";
    }

    private static String remarks(RunResult result) {
        String held = " The hold of a downgrade stops upgrades at startup until `upgrade`, `stamp` or a build"
                + " with a new head.";
        String ahead = " It has revisions that this build does not know.";
        return (result.held() ? held : "") + (result.ahead() ? ahead : "");
    }
}
