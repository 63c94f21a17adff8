/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.history.HistoryRow;
import dev.retort.script.ScriptStock;
import dev.retort.sql.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Marks the last step of an upgrade with a digest of everything that decided what the upgrade did: the stock of the scripts,
 * the target, and the version of Retort that read them. While that is the newest row of the history and the version rows are
 * those that it led to, the same upgrade has nothing to do, and a start that computes the same digest need not read a script.
 *
 * <p>Settings do not count: they decide how steps run and what to do about trouble, and here there is neither.
 *
 * @param digest the digest; {@code null} when nothing is to be marked
 * @param last the revision of the last step
 */
record Seal(@Nullable String digest, @Nullable String last) {

    /** {@return the digest that a run with these scripts and this target would leave} */
    static String digest(ScriptStock stock, String target) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("scripts", stock.digest());
        fingerprint.add("target", target);
        fingerprint.add("tool", Identities.version());
        return fingerprint.hex();
    }

    /** {@return a seal that marks nothing} */
    static Seal none() {
        return new Seal(null, null);
    }

    /**
     * Makes the seal of an upgrade; one that marks nothing when the same upgrade would do or say something afterwards: its
     * target counts steps from where the database stands, or an applied script was changed and the settings let it pass.
     *
     * @param target the target of the upgrade
     * @param stock the scripts
     * @param situation what was found before the upgrade, under the lock
     * @param decision what it will do
     */
    static Seal of(String target, ScriptStock stock, Situation situation, Decision.Go decision) {
        boolean counted = target.indexOf('+') >= 0 || target.indexOf('-') >= 0;
        if (decision.steps().isEmpty()
                || counted
                || !situation.changed(situation.knownApplied()).isEmpty()) {
            return none();
        }
        StepScript last = decision.steps().get(decision.steps().size() - 1);
        return new Seal(digest(stock, target), last.revision());
    }

    /** {@return the row as it is to be written: marked when its step is the last} */
    HistoryRow on(StepScript step, HistoryRow row) {
        return digest != null && step.revision().equals(last) ? row.verified(digest) : row;
    }
}
