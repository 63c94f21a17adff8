/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.Target;
import dev.retort.internal.history.HistoryRow;
import dev.retort.internal.script.ScriptManifest;
import dev.retort.internal.script.Scripts;
import dev.retort.internal.step.PlannedStep;
import org.jspecify.annotations.Nullable;

/**
 * Marks the last step of an upgrade with a digest of everything that decided what the upgrade did: the manifest of the
 * scripts, the target, and the version of Retort that read them. While that is the newest row of the history and the
 * version rows are those that it led to, the same upgrade has nothing to do, and a start that computes the same digest
 * need not read a script.
 *
 * <p>Settings do not count: they decide how steps run and what to do about trouble, and here there is neither.
 *
 * @param digest the digest; {@code null} when nothing is to be marked
 * @param last the revision of the last step
 */
public record UpgradeFingerprint(
        @Nullable String digest, @Nullable String last) {

    /** {@return the digest that a run with these scripts and this target would leave} */
    static String digest(ScriptManifest manifest, Target target) {
        return manifest.digest() + " " + RunIdentities.version() + " " + target.text();
    }

    /** {@return a fingerprint that marks nothing} */
    public static UpgradeFingerprint none() {
        return new UpgradeFingerprint(null, null);
    }

    /**
     * Creates the fingerprint of an upgrade. It marks nothing if the same upgrade would do or report something
     * afterwards: its target counts steps from the current revisions, or an applied script was changed and the settings
     * allow it. Nor if there are revisions that the manifest does not contain, such as those in Java.
     *
     * @param target the target of the upgrade
     * @param scripts the scripts
     * @param migrationState what was found before the upgrade, under the lock
     * @param decision what it will do
     */
    public static UpgradeFingerprint of(
            Target target, Scripts scripts, MigrationState migrationState, Decision.Execute decision) {
        if (decision.steps().isEmpty()
                || target.countsFromCurrent()
                || scripts.all().size() != scripts.manifest().count()
                || !migrationState.changed(migrationState.knownApplied()).isEmpty()) {
            return none();
        }
        PlannedStep last = decision.steps().get(decision.steps().size() - 1);
        return new UpgradeFingerprint(digest(scripts.manifest(), target), last.revision());
    }

    /** {@return the row as it is to be written: marked when its step is the last} */
    public HistoryRow on(PlannedStep step, HistoryRow row) {
        return digest != null && step.revision().equals(last) ? row.verified(digest) : row;
    }
}
