/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.schema.name.ServerVersion;
import dev.retort.settings.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates the revision that replaces a range, and proves it: the replaced revisions and the squashed one run in a scratch
 * database each, and schemas and rows are compared, after the upgrade and after the downgrade.
 */
public final class SquashRun {

    private final ScratchDatabases databases;
    private final Replays replays;
    private final TableNames tables;

    /**
     * Creates a run; connects to nothing.
     *
     * @param databases creates scratch databases
     * @param replays runs revisions there
     * @param tables the names of Retort's tables, which are not compared
     */
    public SquashRun(ScratchDatabases databases, Replays replays, TableNames tables) {
        this.databases = databases;
        this.replays = replays;
        this.tables = tables;
    }

    /** Runs scripts in a scratch database. */
    @FunctionalInterface
    public interface Replays {
        /** Runs all revisions that the rows descend from, and these. */
        void to(List<RevisionScript> scripts, List<String> rows, Scratch scratch) throws SQLException;
    }

    /** Writes the text of a script. */
    @FunctionalInterface
    public interface ScriptText {
        /** {@return the text of the script that replaces a range} */
        String of(SquashRange range, SquashedSections sections);
    }

    /** The states before and after the replaced revisions. */
    private record OldPath(PathState before, PathState after, ServerVersion version, String schema, boolean filled) {}

    /**
     * Squashes a range; writes nothing.
     *
     * @param all all revisions
     * @param request which of them
     * @param text writes the script
     * @throws RetortException when the range cannot be squashed, or the squashed revision does not do the same
     */
    public SquashResult run(List<RevisionScript> all, SquashRequest request, ScriptText text) {
        Revisions revisions = Revisions.of(all);
        SquashRange range = SquashRange.of(revisions, request.range());
        CarriedData data = CarriedData.of(range, revisions.graph(), request.keepData());
        List<String> notes = new ArrayList<>();
        refuseLostRows(range, data, request, notes);
        OldPath old = oldPath(all, range, notes);
        SquashedBody body = SquashedBody.of(
                range,
                data,
                new SquashedBody.Schemas(old.before().schema(), old.after().schema(), old.version(), old.schema()));
        SquashedScript script = SquashedScript.of(all, range, sections -> text.of(range, sections), body.sections());
        notes.addAll(body.notes());
        prove(all, script, old, new Loss(data, request.withoutData(), old.filled(), notes));
        return new SquashResult(
                range,
                script.text(),
                old.after().schema().objects().size(),
                old.after().rows().digests().size(),
                body.isReversible(),
                notes);
    }

    /** Rows from before the range are not in a scratch database: what could change them is stated, and never tried. */
    private static void refuseLostRows(SquashRange range, CarriedData data, SquashRequest request, List<String> notes) {
        List<String> left = before(range).isEmpty() ? List.of() : data.left();
        if (!left.isEmpty() && !request.withoutData()) {
            throw SquashLoss.ofStatements(left);
        }
        left.forEach(line -> notes.add("left out: " + line));
    }

    private OldPath oldPath(List<RevisionScript> all, SquashRange range, List<String> notes) {
        if (!before(range).isEmpty()) {
            try {
                return oldPath(all, range, notes, true);
            } catch (RetortException e) {
                notes.add(
                        "the replaced revisions fail with the rows that were tried in the tables from before the range,"
                                + " so both paths were run without: " + e.why());
            }
        }
        return oldPath(all, range, notes, false);
    }

    private OldPath oldPath(List<RevisionScript> all, SquashRange range, List<String> notes, boolean fill) {
        try (Scratch scratch = databases.open()) {
            replays.to(all, before(range), scratch);
            int rows = fill ? fill(scratch) : 0;
            PathState before = PathState.read(scratch, tables);
            replays.to(all, List.of(range.place().id()), scratch);
            String schema = scratch.connection()
                    .queryOne("SELECT coalesce(pg_catalog.current_schema(), '')", row -> row.getString(1));
            if (rows > 0) {
                notes.add("tried with a row in each of " + rows + (rows == 1 ? " table" : " tables")
                        + " from before the range");
            }
            return new OldPath(
                    before,
                    PathState.read(scratch, tables),
                    new ServerVersion(scratch.connection().majorVersion()),
                    schema,
                    rows > 0);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private int fill(Scratch scratch) throws SQLException {
        return new SampleRows(scratch.connection(), tables.all()).insert();
    }

    private static List<String> before(SquashRange range) {
        List<String> rows = new ArrayList<>(range.place().downRevisions());
        rows.addAll(range.place().dependsOn());
        return rows;
    }

    /** Data that may get lost, and the notes about it. */
    private record Loss(CarriedData data, boolean allowed, boolean filled, List<String> notes) {}

    /** What is left out on request may be what rows from before the range need: it is not tried with such rows then. */
    private void prove(List<RevisionScript> all, SquashedScript script, OldPath old, Loss loss) {
        try {
            newPath(all, script, old, loss);
        } catch (RetortException e) {
            if (!old.filled() || !loss.allowed()) {
                throw e;
            }
            loss.notes().add("with rows from before the range: " + e.what() + " " + e.why());
            newPath(all, script, oldPath(all, script.range(), loss.notes(), false), loss);
        }
    }

    private void newPath(List<RevisionScript> all, SquashedScript script, OldPath old, Loss loss) {
        SquashRange range = script.range();
        List<RevisionScript> scripts = script.among(all);
        try (Scratch scratch = databases.open()) {
            replays.to(scripts, before(range), scratch);
            if (old.filled()) {
                fill(scratch);
            }
            try {
                replays.to(scripts, List.of(range.place().id()), scratch);
            } catch (RetortException e) {
                throw SquashLoss.failing(e, old.filled(), !loss.data().kept().isEmpty());
            }
            compareUpgrade(new PathComparison(old.after(), PathState.read(scratch, tables), old.version()), loss);
            if (script.script().downgrade() instanceof DowngradeSection.Reversible reversible) {
                downgrade(reversible.parts(), scratch);
                compareDowngrade(
                        new PathComparison(old.before(), PathState.read(scratch, tables), old.version()), loss.notes());
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static void compareUpgrade(PathComparison comparison, Loss loss) {
        if (!comparison.schema().isEmpty()) {
            throw SquashLoss.ofSchema("the upgrade", comparison.schema());
        }
        if (!comparison.rows().isEmpty() && !loss.allowed()) {
            List<String> lines = new ArrayList<>(comparison.rows());
            lines.addAll(loss.data().left());
            throw SquashLoss.ofRows(lines, loss.filled());
        }
        comparison.rows().forEach(line -> loss.notes().add("left out: " + line));
        loss.notes().addAll(comparison.notes());
    }

    private static void compareDowngrade(PathComparison comparison, List<String> notes) {
        if (!comparison.schema().isEmpty()) {
            throw SquashLoss.ofSchema("the downgrade", comparison.schema());
        }
        comparison.rows().forEach(line -> notes.add("the downgrade leaves other rows than there were: " + line));
    }

    private static void downgrade(List<ScriptPart> parts, Scratch scratch) {
        for (ScriptPart part : parts) {
            try {
                if (part.autocommit()) {
                    execute(part, scratch);
                } else {
                    scratch.connection().inTransaction(() -> execute(part, scratch));
                }
            } catch (SQLException e) {
                throw SquashLoss.failing(
                        new RetortException("The downgrade fails.", String.valueOf(e.getMessage()), "", e),
                        false,
                        false);
            }
        }
    }

    private static boolean execute(ScriptPart part, Scratch scratch) throws SQLException {
        for (SqlStatement statement : part.statements()) {
            scratch.connection().execute(statement);
        }
        return true;
    }

    private static DatabaseException unreadable(SQLException e) {
        return new DatabaseException("The scratch database of the squash could not be used.", e);
    }
}
