/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.statement.SqlState;
import dev.retort.internal.objects.ObjectStatement;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.ObjectFile;
import dev.retort.schema.name.ObjectKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a model, each in a separate transaction. The statements of the entities or of a {@code schema.sql} run in
 * their order. Object files have no order: a statement that needs an object which does not exist yet is tried again after other
 * files ran, and may create what a statement of the entities needs.
 */
final class ModelRun {

    private final ScratchParts parts;
    private final ModelDdl model;
    private final StatedObjectReader reader;
    private final Set<ObjectKey> stated = new LinkedHashSet<>();
    private final List<Progress> files = new ArrayList<>();
    private final Map<String, String> creators = new HashMap<>();
    private final List<String> twice = new ArrayList<>();
    private final Function<ModelDdl, List<ModelStatement>> named;
    private boolean completed;

    ModelRun(ScratchParts parts, ModelDdl model, Function<ModelDdl, List<ModelStatement>> named) {
        this.parts = parts;
        this.model = model;
        this.named = named;
        this.reader = new StatedObjectReader(parts.connection());
        model.objectFiles().forEach(file -> files.add(new Progress(file)));
    }

    /** The progress of a file. */
    private static final class Progress {

        private final List<ModelStatement> statements;
        private int done;
        private @Nullable SQLException failure;

        Progress(ObjectFile file) {
            this.statements = file.statements();
        }

        boolean isComplete() {
            return done == statements.size();
        }
    }

    /**
     * Runs all statements.
     *
     * @return the objects that the object files created
     */
    Set<ObjectKey> run() {
        try {
            for (ModelStatement statement : model.statements()) {
                SQLException failure = tried(statement);
                while (failure != null && MissingObjects.is(failure) && (round() || complete())) {
                    failure = tried(statement);
                }
                if (failure != null) {
                    throw failed(statement, failure);
                }
            }
            EntityViews views = EntityViews.of(model, parts.connection());
            runFiles();
            views.requireColumns();
            return stated;
        } catch (SQLException e) {
            throw new DatabaseException("The scratch database could not be read.", e);
        }
    }

    /**
     * Creates what the model names and does not create. What cannot be created here is missing to the statement of the model,
     * which then fails with its own message.
     */
    private boolean complete() throws SQLException {
        if (completed) {
            return false;
        }
        completed = true;
        parts.connection().execute("SET check_function_bodies = off");
        boolean any = false;
        for (ModelStatement statement : named.apply(model)) {
            any |= tried(statement) == null;
        }
        parts.connection().execute("RESET check_function_bodies");
        return any;
    }

    /** Each round runs what the one before created the objects for. */
    private void runFiles() throws SQLException {
        boolean progress = true;
        while (progress) {
            progress = round();
        }
        refuseIncomplete();
        refuseTwice();
    }

    /** Two files may spell the name of one object differently, and then the second replaces what the first created. */
    private void refuseTwice() {
        if (!twice.isEmpty()) {
            throw new RetortException(
                    "The object files cannot be used.",
                    String.join("\n", twice),
                    "Fix the files; nothing was written.");
        }
    }

    private boolean areComplete() {
        return files.stream().allMatch(Progress::isComplete);
    }

    /** {@return whether a statement of an object file ran} */
    private boolean round() throws SQLException {
        if (areComplete()) {
            return false;
        }
        Set<ObjectKey> before = reader.read();
        boolean any = false;
        for (Progress file : files) {
            any |= advance(file);
        }
        Set<ObjectKey> created = reader.read();
        created.removeAll(before);
        stated.addAll(created);
        return any;
    }

    private boolean advance(Progress file) throws SQLException {
        int before = file.done;
        file.failure = null;
        while (!file.isComplete() && file.failure == null) {
            ModelStatement statement = file.statements.get(file.done);
            file.failure = triedOnce(statement);
            if (file.failure == null) {
                file.done++;
            } else if (!MissingObjects.is(file.failure)) {
                throw failed(statement, file.failure);
            }
        }
        return file.done > before;
    }

    /** {@return the failure of a statement of an object file; one that creates what another created is noted} */
    private @Nullable SQLException triedOnce(ModelStatement statement) throws SQLException {
        ObjectStatement read = new ObjectStatement(statement);
        if (read.created() == null) {
            return tried(statement);
        }
        String name = read.createdNames().get(0);
        String other = creators.get(name);
        Set<ObjectKey> before = other == null ? Set.of() : reader.read();
        SQLException failure = tried(statement);
        if (failure == null && other != null && reader.read().equals(before)) {
            twice.add(statement.origin() + ": It creates what " + other + " creates. Keep one of the two.");
        }
        if (failure == null) {
            creators.putIfAbsent(name, statement.origin());
        }
        return failure;
    }

    private @Nullable SQLException tried(ModelStatement statement) {
        try {
            parts.connection().execute(statement.item().statement());
            return null;
        } catch (SQLException e) {
            return !SqlState.isConnectionLost(e) && parts.prepared().have(statement, e) ? null : e;
        }
    }

    private void refuseIncomplete() {
        List<Progress> incomplete =
                files.stream().filter(file -> !file.isComplete()).toList();
        if (!incomplete.isEmpty()) {
            Progress first = incomplete.get(0);
            List<String> others = incomplete.stream()
                    .skip(1)
                    .map(file -> MissingObjects.words(file.statements.get(file.done), file.failure))
                    .toList();
            throw new ScratchStatementException(
                    model.name(),
                    first.statements.get(first.done),
                    MissingObjects.list(others) + parts.prepared().describeMissing(),
                    MissingObjects.required(first.failure));
        }
    }

    private ScratchStatementException failed(ModelStatement statement, SQLException failure) {
        return new ScratchStatementException(
                model.name(), statement, parts.prepared().describeMissing(), failure);
    }
}
