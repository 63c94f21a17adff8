/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.lint.price.Prices;
import dev.retort.internal.lint.price.Rates;
import dev.retort.internal.lint.rule.RealDatabase;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchDatabases;
import dev.retort.internal.script.Placeholders;
import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.DataQuestions;
import dev.retort.lint.LintReport;
import dev.retort.lint.LintRequest;
import dev.retort.lint.MappedObjects;
import dev.retort.lint.Sizes;
import dev.retort.model.SchemaModel;
import dev.retort.schema.DatabaseSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Carries out a request: reads what it needs of the real database, and judges the revisions in a scratch database. */
public final class LintRun {

    private final RunEnvironment environment;
    private final ScratchDatabases databases;
    private final ScriptReplay replay;
    private final UnadoptedDatabase unadopted;

    /**
     * Creates a run.
     *
     * @param environment the scripts, and how the real database is reached
     * @param databases creates scratch databases
     * @param replay brings a scratch database to where the judged revisions begin
     * @param unadopted refuses a database without recorded revisions that has a schema
     */
    public LintRun(
            RunEnvironment environment, ScratchDatabases databases, ScriptReplay replay, UnadoptedDatabase unadopted) {
        this.environment = environment;
        this.databases = databases;
        this.replay = replay;
        this.unadopted = unadopted;
    }

    /** Brings a scratch database to some version rows. */
    @FunctionalInterface
    public interface ScriptReplay {
        /** Runs all revisions that the rows descend from. */
        void to(List<String> rows, Scratch scratch) throws SQLException;
    }

    /**
     * Judges revisions of which the database is asked.
     *
     * @param request which, and with what
     * @param address where the database is; {@code null} when that is not known
     */
    public LintReport ofDatabase(LintRequest request, @Nullable ServerAddress address) {
        List<RevisionScript> all = environment.scripts().read().all();
        RealState state = RealState.read(environment, all, request.range() == null ? unadopted : null);
        List<String> current = state.current();
        LintPlan plan = request.range() == null ? LintPlan.pending(current, all) : LintPlan.ofScripts(request, all);
        boolean replayed = request.range() != null && !Set.copyOf(plan.rows()).equals(Set.copyOf(current));
        List<String> remarks = new ArrayList<>();
        MappedObjects mapped = mapped(request.model(), address, remarks);
        Inputs inputs = new Inputs(request, address, plan, state.rates(), mapped, remarks);
        return replayed ? replayed(inputs) : fromSchema(inputs);
    }

    /**
     * The input of a run, as far as it is known before the schema of the database is read.
     *
     * @param request which revisions, and how
     * @param address where the database is; {@code null} when that is not known
     * @param plan the revisions
     * @param rates how fast statements go there
     * @param mapped what entities map; {@code null} without a model
     * @param remarks what limits the answer, a sentence each
     */
    private record Inputs(
            LintRequest request,
            @Nullable ServerAddress address,
            LintPlan plan,
            Rates rates,
            @Nullable MappedObjects mapped,
            List<String> remarks) {

        Basis basis(RealSchema real) {
            return new Basis(
                    request.settings(),
                    new Prices(real.sizes(), rates),
                    new RealDatabase(
                            real.invalidIndexes(),
                            real.published(),
                            real.runningOut(),
                            real.oldestTransaction(),
                            mapped),
                    request.today(),
                    request.alone(),
                    null);
        }

        List<String> remarks(RealSchema real) {
            List<String> all = new ArrayList<>(real.remarks());
            all.addAll(remarks);
            if (!real.sizes().isEmpty()) {
                all.add(rates.describe());
            }
            return all;
        }
    }

    /** Brings a scratch database to where the judged revisions begin. */
    @FunctionalInterface
    private interface Start {
        /** {@return what limits the answer, a sentence each} */
        List<String> in(Scratch scratch) throws SQLException;
    }

    private LintReport replayed(Inputs inputs) {
        RealSchema real = RealSchema.read(environment, inputs.request(), UnaryOperator.identity());
        return judged(inputs, real, scratch -> {
            replay.to(List.copyOf(inputs.plan().rows()), scratch);
            return List.of();
        });
    }

    /** A statement that fails may need a table that was left out: then the revisions run on the whole schema. */
    private LintReport fromSchema(Inputs inputs) {
        Placeholders placeholders = new Placeholders(environment.policy().placeholders());
        List<RevisionScript> scripts =
                inputs.plan().scripts().stream().map(placeholders::resolve).toList();
        RealSchema part = RealSchema.read(environment, inputs.request(), whole -> StartingTables.of(whole, scripts));
        LintReport report = judged(inputs, part, scratch -> created(part.schema(), scratch));
        if (part.whole() || report.revisions().stream().noneMatch(Unmeasured::isIncomplete)) {
            return report;
        }
        RealSchema real = RealSchema.read(environment, inputs.request(), UnaryOperator.identity());
        return judged(inputs, real, scratch -> created(real.schema(), scratch));
    }

    private static List<String> created(DatabaseSchema schema, Scratch scratch) throws SQLException {
        return new StartingSchema(scratch.connection()).create(schema);
    }

    private LintReport judged(Inputs inputs, RealSchema real, Start start) {
        List<String> remarks = inputs.remarks(real);
        try (Scratch scratch = databases.open(environment.source(), inputs.address())) {
            remarks.addAll(start.in(scratch));
            return asking(
                    inputs.request().data(),
                    inputs.basis(real),
                    asked -> new PlanLinter(environment, inputs.plan(), asked).lint(scratch, remarks));
        } catch (SQLException e) {
            throw new DatabaseException("The revisions could not be judged.", e);
        }
    }

    /** Work with what findings are judged with. */
    @FunctionalInterface
    private interface Judging {
        LintReport with(Basis basis) throws SQLException;
    }

    private LintReport asking(@Nullable DataQuestions how, Basis basis, Judging judging) throws SQLException {
        if (how == null) {
            return judging.with(basis);
        }
        DataSource other = how.database();
        ConnectionSource asked = other == null ? environment.source() : ConnectionSource.withoutRetries(other);
        try (MigrationConnection connection = asked.open()) {
            if (other == null) {
                environment.takeRole(connection);
            }
            return judging.with(new Basis(
                    basis.settings(),
                    basis.prices(),
                    basis.real(),
                    basis.today(),
                    basis.alone(),
                    new DataAsker(connection, how)));
        }
    }

    /** Judges revisions without a database: those of a range, those after a revision, or all. */
    public LintReport replayed(LintRequest request) {
        LintPlan plan = LintPlan.ofScripts(request, environment.scripts().read().all());
        List<String> remarks = new ArrayList<>();
        MappedObjects mapped = mapped(request.model(), null, remarks);
        Sizes sizes = request.sizes() == null ? Sizes.UNKNOWN : request.sizes();
        try (Scratch scratch = databases.open()) {
            replay.to(List.copyOf(plan.rows()), scratch);
            Set<String> published = RealSchema.published(scratch.connection());
            Basis basis = new Basis(
                    request.settings(),
                    new Prices(sizes),
                    new RealDatabase(Set.of(), published, Map.of(), Duration.ZERO, mapped),
                    request.today(),
                    request.alone(),
                    null);
            return new PlanLinter(environment, plan, basis).lint(scratch, remarks);
        } catch (SQLException e) {
            throw new DatabaseException("The revisions could not be judged.", e);
        }
    }

    /** The model has its own scratch database, which is dropped before the other one is created. */
    private @Nullable MappedObjects mapped(
            @Nullable SchemaModel model, @Nullable ServerAddress address, List<String> remarks) {
        if (model == null) {
            remarks.add("No model of entities is configured: the rules about mapped objects are off.");
            return null;
        }
        try (Scratch scratch = address == null ? databases.open() : databases.open(environment.source(), address)) {
            return MappedReader.read(model, scratch);
        } catch (SQLException e) {
            throw new DatabaseException("The model " + model.name() + " could not be read.", e);
        }
    }
}
