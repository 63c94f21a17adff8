/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A migration tool, as what it wants to read. */
enum Peer {
    NONE(""),
    ACTUATOR("-actuator"),

    RETORT("-retort") {
        @Override
        void write(Path classes, List<Change> changes) throws IOException {
            Path folder = Files.createDirectories(classes.resolve("db/migrations"));
            String parent = "";
            for (Change change : changes) {
                Files.writeString(folder.resolve(change.sequence() + "_change.sql"), retort(change, parent));
                parent = change.id();
            }
        }
    },

    FLYWAY("-flyway") {
        @Override
        void write(Path classes, List<Change> changes) throws IOException {
            Path folder = Files.createDirectories(classes.resolve("db/migration"));
            for (Change change : changes) {
                Files.writeString(folder.resolve("V" + change.sequence() + "__change.sql"), change.upgrade());
            }
        }
    },

    LIQUIBASE("-liquibase") {
        @Override
        void write(Path classes, List<Change> changes) throws IOException {
            Path folder = Files.createDirectories(classes.resolve("db/changelog/changes"));
            Files.writeString(classes.resolve("db/changelog/db.changelog-master.yaml"), """
                    databaseChangeLog:
                      - includeAll:
                          path: db/changelog/changes/
                    """);
            for (Change change : changes) {
                Files.writeString(folder.resolve(change.sequence() + "_change.sql"), liquibase(change));
            }
        }
    };

    private final String suffix;

    Peer(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Writes the changes in the peer's own format, where it looks for them unless told otherwise; nothing, if it has none.
     *
     * @param classes the root of the class path
     */
    void write(Path classes, List<Change> changes) throws IOException {}

    /** {@return the service with the peer on its class path} */
    Path service(Path benchmarks) {
        String module = "service" + suffix;
        return benchmarks.resolve(module + "/target/retort-benchmarks-" + module + "-exec.jar");
    }

    String title() {
        return switch (this) {
            case NONE -> "no migration tool";
            case ACTUATOR -> "no migration tool, with the actuator";
            default -> name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private static String retort(Change change, String parent) {
        return """
                -- revision: %s
                -- down_revision: %s
                -- message: make the table of change %d

                -- migrate: upgrade
                %s
                -- migrate: downgrade
                %s""".formatted(change.id(), parent, change.number(), change.upgrade(), change.downgrade());
    }

    private static String liquibase(Change change) {
        return """
                --liquibase formatted sql

                --changeset benchmarks:%s
                %s
                --rollback %s""".formatted(change.id(), change.upgrade(), change.downgrade());
    }
}
