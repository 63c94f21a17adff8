/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.RetortSettingsBuilder;
import dev.retort.event.MigrationListener;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A folder of revision scripts and the database that they are for. */
public final class Project {

    private final Path folder;
    private final DataSource dataSource;
    private final List<MigrationListener> listeners = new ArrayList<>();
    private UnaryOperator<RetortSettingsBuilder> settings = UnaryOperator.identity();

    /** Makes a project. */
    public Project(Path folder, DataSource dataSource) {
        this.folder = folder;
        this.dataSource = dataSource;
    }

    /** Changes the settings of everything that follows. */
    public Project with(UnaryOperator<RetortSettingsBuilder> change) {
        UnaryOperator<RetortSettingsBuilder> before = settings;
        settings = builder -> change.apply(before.apply(builder));
        return this;
    }

    /** Adds a listener. */
    public Project with(MigrationListener listener) {
        listeners.add(listener);
        return this;
    }

    /** {@return a project with the same scripts on another source of connections} */
    public Project on(DataSource other) {
        return new Project(folder, other);
    }

    /** Writes a revision whose parent is the other one; {@code null} for a base. */
    public Project revision(String id, @Nullable String down, String upgrade, String downgrade) {
        return script(
                id,
                "-- revision: " + id + "\n-- down_revision: " + (down == null ? "" : down) + "\n-- message: make " + id
                        + "\n\n-- migrate: upgrade\n" + upgrade + "\n\n-- migrate: downgrade\n" + downgrade + "\n");
    }

    /** Writes a chain of revisions that each make and drop a table of their name. */
    public Project chain(String... ids) {
        @Nullable String down = null;
        for (String id : ids) {
            revision(id, down, "CREATE TABLE t_" + id + " (id int);", "DROP TABLE t_" + id + ";");
            down = id;
        }
        return this;
    }

    /** Writes a script as it is. */
    public Project script(String name, String text) {
        try {
            Files.writeString(folder.resolve(name + ".sql"), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a script. */
    public Project without(String name) {
        try {
            Files.delete(folder.resolve(name + ".sql"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the facade of this project as it is now} */
    public Retort retort() {
        return retortOn(dataSource);
    }

    /** {@return the facade of this project as it is now, with its settings, on another source of connections} */
    public Retort retortOn(DataSource other) {
        RetortSettings built = settings.apply(RetortSettings.builder().locations(List.of("filesystem:" + folder)))
                .build();
        return new Retort(built, other, Project.class.getClassLoader(), listeners);
    }

    /** Upgrades as a starting service does. */
    public RunResult start() {
        return retort().upgrade(RunRequest.atStartup("head"));
    }

    /** Upgrades as an operator named alice. */
    public RunResult upgrade(String target) {
        return retort().upgrade(RunRequest.by("alice", target));
    }

    /** Downgrades as an operator named alice. */
    public RunResult downgrade(String target) {
        return retort().downgrade(RunRequest.by("alice", target));
    }

    /** Stamps as an operator named alice. */
    public RunResult stamp(String target) {
        return retort().stamp(RunRequest.by("alice", target));
    }
}
