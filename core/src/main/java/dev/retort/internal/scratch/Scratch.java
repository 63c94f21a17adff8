/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.SchemaModel;
import dev.retort.schema.name.ObjectKey;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A temporary database for statements of the model or of revisions, dropped when it is closed. It has the schemas and extensions of the real one, and
 * nothing else. One thread at a time.
 */
public final class Scratch implements AutoCloseable {

    private final ScratchParts parts;
    private final Runnable release;
    private final Function<ModelDdl, List<ModelStatement>> named;
    private final Set<ObjectKey> objects = new LinkedHashSet<>();
    private boolean closed;

    Scratch(ScratchParts parts, Runnable release) {
        this(parts, release, model -> List.of());
    }

    private Scratch(ScratchParts parts, Runnable release, Function<ModelDdl, List<ModelStatement>> named) {
        this.parts = parts;
        this.release = release;
        this.named = named;
    }

    /**
     * {@return the same database, in which a model can name objects that it does not create}
     *
     * @param objects returns the statements that create the objects which a model names; called when a statement of the
     *     model needs an object that does not exist
     */
    public Scratch naming(Function<ModelDdl, List<ModelStatement>> objects) {
        return new Scratch(parts, release, objects);
    }

    /** {@return the same database, after whose end something else is ended} */
    Scratch andThen(Runnable more) {
        return new Scratch(
                parts,
                () -> {
                    try {
                        release.run();
                    } finally {
                        more.run();
                    }
                },
                named);
    }

    /**
     * Runs the statements of a model, each on its own, as they come; those of object files in an order that the server accepts.
     *
     * @param model the model
     * @throws ScratchStatementException when one fails: the first of them, with where it came from
     * @throws dev.retort.error.RetortException when one would reach beyond this database; none has run then
     */
    public void run(ModelDdl model) {
        ServerWide.refuseIn(model);
        objects.addAll(new ModelRun(parts, model, named).run());
    }

    /** {@return the views, routines and triggers that the object files of the models created} */
    public Set<ObjectKey> objects() {
        return Set.copyOf(objects);
    }

    /**
     * Makes a model, in the form that is for this server.
     *
     * @param model the model
     * @return what was run
     * @throws dev.retort.error.RetortException when it cannot be read, or cannot be made
     */
    public ModelDdl run(SchemaModel model) {
        ModelDdl ddl = model.ddl(majorVersion());
        run(ddl);
        return ddl;
    }

    private int majorVersion() {
        try {
            return parts.connection().majorVersion();
        } catch (SQLException e) {
            throw new DatabaseException("The version of the scratch database could not be read.", e);
        }
    }

    /** {@return the session in which {@link #run} works; closed with the scratch database} */
    public MigrationConnection connection() {
        return parts.connection();
    }

    /** {@return more sessions in this database, for instance to replay revisions there} */
    public DataSource dataSource() {
        return parts.dataSource();
    }

    /** {@return whether it is on a server that was started for it, where nothing of anybody else is} */
    public boolean hasOwnServer() {
        return parts.kind() == ScratchHost.Kind.TEMPORARY;
    }

    /** {@return what was there before the model} */
    public PreparedObjects prepared() {
        return parts.prepared();
    }

    /** {@return its name and where it is} */
    @Override
    public String toString() {
        return parts.description();
    }

    /** Drops the database, even if sessions are still connected to it. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            parts.connection().close();
            release.run();
        }
    }
}
