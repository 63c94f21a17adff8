/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.Plan;
import dev.retort.graph.Target;
import dev.retort.internal.plan.Decision.HoldChange;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Scripts;
import dev.retort.internal.step.JavaPreviews;
import dev.retort.migration.RunArguments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After which upgrades a start need not read the scripts. */
class UpgradeFingerprintTests extends PlanTestCase {

    private static final List<RevisionScript> CHAIN = chain("a", "b");

    private static UpgradeFingerprint fingerprint(String target, Scripts scripts, MigrationState state) {
        Plan plan = state.revisions().graph().upgrade(state.rows(), Target.parse("head"));
        Decision.Execute decision = new Decision.Execute(
                plan,
                new PlanChecks(environment(), state)
                        .runnable(plan, state.revisions(), RunArguments.none(), new JavaPreviews(false)),
                state.revisions(),
                HoldChange.NONE);
        return UpgradeFingerprint.of(Target.parse(target), scripts, state, decision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "b", "my-branch@head", "a+1", "b@b"})
    void marksTheLastStepOfAnUpgradeToAFixedTarget(String target) {
        UpgradeFingerprint fingerprint = fingerprint(target, scripts(CHAIN), new Database().with(CHAIN));

        assertThat(fingerprint.last()).isEqualTo("b");
        assertThat(fingerprint.digest())
                .isEqualTo(UpgradeFingerprint.digest(scripts(CHAIN).manifest(), Target.parse(target)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "+2", "b@+1"})
    void marksNothingWhereTheSameTargetWouldGoFurther(String target) {
        assertThat(fingerprint(target, scripts(CHAIN), new Database().with(CHAIN)))
                .isEqualTo(UpgradeFingerprint.none());
    }

    @Test
    void marksNothingWithoutSteps() {
        assertThat(fingerprint("head", scripts(CHAIN), new Database().at("b").with(CHAIN)))
                .isEqualTo(UpgradeFingerprint.none());
    }

    @Test
    void marksNothingWhereAScriptWasChangedThatTheNextStartMustReport() {
        MigrationState changed = new Database().at("a").ran("a", "another").with(CHAIN);

        assertThat(fingerprint("head", scripts(CHAIN), changed)).isEqualTo(UpgradeFingerprint.none());
    }

    @Test
    void marksNothingWhereTheManifestLacksRevisions() {
        Scripts withClass = new Scripts(CHAIN, scripts(chain("a")).manifest());

        assertThat(fingerprint("head", withClass, new Database().with(CHAIN))).isEqualTo(UpgradeFingerprint.none());
    }

    @Test
    void theDigestIsOfScriptsAndTarget() {
        String digest = UpgradeFingerprint.digest(scripts(CHAIN).manifest(), Target.parse("head"));

        assertThat(digest)
                .isNotEqualTo(UpgradeFingerprint.digest(scripts(CHAIN).manifest(), Target.parse("b")))
                .isNotEqualTo(UpgradeFingerprint.digest(scripts(chain("a")).manifest(), Target.parse("head")));
    }
}
