/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.Sleeper;
import dev.retort.internal.plan.PendingRevisionsCheck;
import dev.retort.internal.plan.RunEnvironment;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.ScriptRepository;
import dev.retort.internal.script.Scripts;
import dev.retort.internal.script.read.ConstructorFactory;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.internal.status.TargetCheck;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import dev.retort.run.StatementFailedException;
import dev.retort.settings.AdoptionSettings;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.LockTimeouts;
import dev.retort.settings.NonEmptySchemaPolicy;
import dev.retort.settings.RunPolicy;
import dev.retort.settings.SecretPlaceholders;
import dev.retort.settings.SessionSettings;
import dev.retort.settings.TransactionMode;
import dev.retort.settings.UnknownRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that finds everything as a run left it does not read the scripts; any other does. */
class UnchangedStartTests extends RunTestCase {

    private final AtomicInteger reads = new AtomicInteger();

    private final List<RevisionScript> more = new ArrayList<>();

    /** Counts how often scripts are really read, and has revisions that are no files. */
    private record Counting(ScriptRepository source, AtomicInteger reads, List<RevisionScript> more)
            implements ScriptRepository {
        @Override
        public Scripts read() {
            reads.incrementAndGet();
            Scripts files = source.read();
            List<RevisionScript> all = new ArrayList<>(files.all());
            all.addAll(more);
            return new Scripts(all, files.manifest());
        }

        @Override
        public Optional<ScriptManifest> manifest() {
            return source.manifest();
        }
    }

    private RunEnvironment environment() {
        RetortSettings defaults = RetortSettings.builder().build();
        ScriptRepository located = new LocatedScripts(
                List.of("filesystem:" + folder), List.of(), getClass().getClassLoader(), new ConstructorFactory());
        RunPolicy policy = new RunPolicy(
                TransactionMode.PER_REVISION,
                null,
                NonEmptySchemaPolicy.REFUSE,
                AdoptionSettings.defaults(),
                ChangedScripts.FAIL,
                UnknownRevision.AHEAD,
                false,
                defaults.scriptTextLimit(),
                Map.of(),
                SecretPlaceholders.defaults());
        return new RunEnvironment(
                "default",
                new Counting(located, reads, more),
                new ConnectionSource(database.dataSource(), 0, Sleeper.system()),
                defaults.tables(),
                SessionSettings.defaults(),
                LockTimeouts.defaults(),
                policy,
                List.of(),
                Sleeper.system(),
                PendingRevisionsCheck.NONE);
    }

    private RunResult start() {
        return start("head");
    }

    private RunResult start(String target) {
        reads.set(0);
        return new Migrator(environment()).upgrade(RunRequest.atStartup(target));
    }

    private boolean read() {
        return reads.get() > 0;
    }

    @Test
    void doesNotReadWhatARunHasVerified() {
        project.chain("a", "b", "c");
        start();
        List<String> history = history();

        RunResult result = start();

        assertThat(read()).isFalse();
        assertThat(result.found()).isEqualTo(3);
        assertThat(result.before()).containsExactly("c");
        assertThat(result.after()).containsExactly("c");
        assertThat(result.steps()).isEmpty();
        assertThat(history()).isEqualTo(history);
    }

    @Test
    void keepsOneDigestForEachRunAndWithItsLastStep() {
        project.chain("a", "b");
        start();

        assertThat(database.query("SELECT revision, verified IS NOT NULL FROM retort_history ORDER BY id"))
                .containsExactly("a|f", "b|t");
    }

    @Test
    void doesNotReadForAValidationEither() {
        project.chain("a", "b");
        start();
        reads.set(0);

        RunResult result = new TargetCheck(environment(), RunRequest.atStartup("head")).validate();

        assertThat(read()).isFalse();
        assertThat(result.found()).isEqualTo(2);
        assertThat(result.after()).containsExactly("b");
    }

    @Test
    void runsANewScript() {
        project.chain("a");
        start();
        project.chain("a", "b");

        assertThat(start().after()).containsExactly("b");
    }

    @Test
    void noticesAChangedScriptOfTheSameSize() {
        project.chain("a", "b");
        start();
        project.revision("a", null, "CREATE TABLE t_a (ie int);", "DROP TABLE t_a;");

        assertThatThrownBy(this::start).isInstanceOf(ChangedScriptException.class);
        assertThatThrownBy(() -> new TargetCheck(environment(), RunRequest.atStartup("head")).validate())
                .isInstanceOf(ChangedScriptException.class);
    }

    @Test
    void noticesThatTwoScriptsChangedPlaces() {
        project.chain("a", "b");
        start();
        project.revision("a", null, "CREATE TABLE t_b (id int);", "DROP TABLE t_b;")
                .revision("b", "a", "CREATE TABLE t_a (id int);", "DROP TABLE t_a;");

        assertThatThrownBy(this::start).isInstanceOf(ChangedScriptException.class);
    }

    @Test
    void noticesARemovedScript() {
        project.chain("a", "b");
        start();
        project.without("b");

        assertThat(start().ahead()).isTrue();
    }

    @Test
    void noticesABrokenScript() {
        project.chain("a");
        start();
        project.script("b", "-- revision: b\n-- down_revision: a\nno section\n");

        assertThatThrownBy(this::start).hasMessageContaining("b.sql");
    }

    @Test
    void readsForAnotherTarget() {
        project.chain("a", "b");
        start("a");
        assertThat(start("a").steps()).isEmpty();
        assertThat(read()).isFalse();

        assertThat(start("head").after()).containsExactly("b");
    }

    @Test
    void readsWhenTheTargetCountsFromTheCurrentRevision() {
        project.chain("a", "b");
        start("+1");

        assertThat(start("+1").after()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE alembic_version SET version_num = 'a'",
                "DELETE FROM alembic_version",
                "INSERT INTO alembic_version VALUES ('a')",
                "UPDATE retort_history SET tool_version = 'x', verified = md5(verified)",
                "INSERT INTO retort_progress VALUES ('b', 'upgrade', 1, '', 'intent', NULL, gen_random_uuid())"
            })
    void readsWhenTheDatabaseSaysSomethingElse(String change) {
        project.chain("a", "b");
        start();
        database.execute(change);

        try {
            start();
        } catch (RuntimeException e) {
            assertThat(e).isInstanceOf(RetortException.class);
        }
        assertThat(read()).isTrue();
    }

    @Test
    void readsAfterEverythingElseThatIsRecorded() {
        project.chain("a", "b");
        start();
        project.downgrade("a");
        assertThat(start().held()).isTrue();
        assertThat(read()).isTrue();

        project.stamp("head");
        assertThat(start().steps()).isEmpty();
        assertThat(read()).isTrue();
    }

    @Test
    void readsAgainAfterAFailure() {
        project.chain("a");
        start();
        project.revision("b", "a", "SELECT nothing;", "");
        assertThatThrownBy(this::start).isInstanceOf(StatementFailedException.class);
        project.without("b");

        assertThat(start().steps()).isEmpty();
        assertThat(read()).isTrue();
    }

    @Test
    void readsEachTimeAfterARunThatLetAChangedScriptPass() {
        project.chain("a").start();
        project.chain("a", "b").revision("a", null, "CREATE TABLE t_a (id bigint);", "DROP TABLE t_a;");
        project.with(settings -> settings.changedScripts(ChangedScripts.IGNORE)).start();

        assertThatThrownBy(this::start).isInstanceOf(ChangedScriptException.class);
    }

    @Test
    void readsWhenTheRunBeforeHadRevisionsThatAreNoFiles() {
        project.chain("a");
        more.add(ScriptLoader.parse("B.java", "-- revision: b\n-- down_revision: a\n-- migrate: upgrade\nSELECT 1;\n"));
        assertThat(start().after()).containsExactly("b");
        more.clear();

        assertThat(start().ahead()).isTrue();
        assertThat(read()).isTrue();
    }

    @Test
    void readsOnADatabaseThatOnlyAlembicTouched() {
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('a')");
        project.chain("a");

        assertThat(start().before()).containsExactly("a");
        assertThat(read()).isTrue();
    }

    @Test
    void comparesSeveralRowsInOneOrderWhateverTheDatabasesCollation() {
        project.revision("a_1", null, "CREATE TABLE a ();", "DROP TABLE a;")
                .revision("A2", null, "CREATE TABLE b ();", "DROP TABLE b;")
                .revision("a1", null, "CREATE TABLE c ();", "DROP TABLE c;");
        start("heads");

        assertThat(start("heads").before()).containsExactly("A2", "a1", "a_1");
        assertThat(read()).isFalse();
    }
}
