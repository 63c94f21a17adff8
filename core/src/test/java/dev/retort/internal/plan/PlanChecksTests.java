/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.graph.Target;
import dev.retort.internal.history.table.VersionTable;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.step.JavaPreviews;
import dev.retort.internal.step.PlannedStep;
import dev.retort.migration.RunArguments;
import dev.retort.run.ChangedScript;
import dev.retort.run.ChangedScriptException;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RunKind;
import dev.retort.settings.ChangedScripts;
import dev.retort.settings.TransactionMode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanChecksTests extends PlanTestCase {

    private static PlanChecks checks(ChangedScripts policy, MigrationState state) {
        return new PlanChecks(environment(TransactionMode.PER_REVISION, policy), state);
    }

    private static PlanChecks checks(MigrationState state) {
        return checks(ChangedScripts.FAIL, state);
    }

    private static Plan upgrade(MigrationState state, String target) {
        return state.revisions().graph().upgrade(state.rows(), Target.parse(target));
    }

    private static List<PlannedStep> runnable(TransactionMode mode, MigrationState state) {
        return new PlanChecks(environment(mode, ChangedScripts.FAIL), state)
                .runnable(upgrade(state, "head"), state.revisions(), RunArguments.none(), new JavaPreviews(false));
    }

    @Test
    void aChangedScriptIsRefusedOnlyWhenTheSettingsSayFail() {
        MigrationState state = new Database().at("a").ran("a", "another").with(chain("a", "b"));
        List<ChangedScript> changed = state.changed(Set.of("a"));

        assertThat(changed).extracting(ChangedScript::revision).containsExactly("a");
        assertThatThrownBy(() -> checks(state).changedScripts(changed)).isInstanceOf(ChangedScriptException.class);
        assertThatCode(() -> checks(ChangedScripts.WARN, state).changedScripts(changed))
                .doesNotThrowAnyException();
        assertThatCode(() -> checks(ChangedScripts.IGNORE, state).changedScripts(changed))
                .doesNotThrowAnyException();
        assertThatCode(() -> checks(state).changedScripts(List.of())).doesNotThrowAnyException();
    }

    @Test
    void anIdMustFitTheVersionColumn() {
        MigrationState alembic =
                new Database().withVersionTable(new VersionTable(32)).with(chain("a".repeat(32), "b".repeat(33)));

        assertThatCode(() -> checks(alembic).widths(Set.of("a".repeat(32)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> runnable(TransactionMode.PER_REVISION, alembic))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("has 33 characters, the version table takes 32; nothing was run.")
                .hasMessageContaining("ALTER TABLE public.alembic_version ALTER COLUMN version_num TYPE varchar(128)");
    }

    @Test
    void aVersionTableThatDoesNotExistWillTakeItsUsualWidth() {
        MigrationState empty = new Database().withVersionTable(null).with(chain("a"));

        assertThatCode(() -> checks(empty).widths(Set.of("a".repeat(VersionTable.WIDTH))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> checks(empty).widths(Set.of("a".repeat(VersionTable.WIDTH + 1))))
                .hasMessageContaining("has 129 characters, the version table takes 128");
    }

    @Test
    void oneTransactionForAllRefusesStatementsThatRunOutsideOfOne() {
        List<RevisionScript> scripts = List.of(script("a", null, false), script("b", "a", true));
        MigrationState state = new Database().with(scripts);

        assertThat(runnable(TransactionMode.PER_REVISION, state))
                .extracting(PlannedStep::revision)
                .containsExactly("a", "b");
        assertThatThrownBy(() -> runnable(TransactionMode.ALL, state))
                .hasMessageContaining("Revision b has statements that run outside of a transaction.");
    }

    @Test
    void oneTransactionForAllRefusesAStepThatAnEarlierRunBegan() {
        MigrationState state = new Database().began("a", RunKind.UPGRADE).with(chain("a"));

        assertThat(runnable(TransactionMode.PER_REVISION, state)).hasSize(1);
        assertThatThrownBy(() -> runnable(TransactionMode.ALL, state))
                .hasMessageContaining("One transaction for all revisions is not possible");
    }

    @ParameterizedTest
    @EnumSource(
            value = RunKind.class,
            names = {"UPGRADE", "DOWNGRADE"})
    void aPartialStepContinuesInItsOwnDirectionOrNotAtAll(RunKind kind) {
        MigrationState state = new Database().began("a", kind).with(chain("a"));
        PlanChecks checks = checks(state);
        Plan plan = upgrade(state, "head");

        if (kind == RunKind.UPGRADE) {
            assertThatCode(() -> checks.progressBelongsTo(plan)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> checks.progressBelongsTo(plan))
                    .isInstanceOf(PartialRevisionException.class)
                    .hasMessageContaining("Its downgrade did not finish, and this run would not finish it.");
        }
    }

    @Test
    void aPartialStepOfAnUnknownRevisionStopsOnlyARunThatHasSteps() {
        MigrationState atHead =
                new Database().at("a").began("newer", RunKind.UPGRADE).with(chain("a"));
        MigrationState below = new Database().began("newer", RunKind.UPGRADE).with(chain("a"));

        assertThatCode(() -> checks(atHead).progressBelongsTo(upgrade(atHead, "head")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> checks(below).progressBelongsTo(upgrade(below, "head")))
                .isInstanceOf(PartialRevisionException.class);
    }
}
