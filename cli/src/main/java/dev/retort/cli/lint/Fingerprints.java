/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.Finding;
import java.util.HashMap;
import java.util.Map;

/** Tells the findings of one report apart: code hosts show one of several with the same fingerprint. */
final class Fingerprints {

    private final Map<String, Integer> known = new HashMap<>();

    /** {@return the fingerprint of the next finding, with a number where there was one like it} */
    String next(Finding finding) {
        String fingerprint = finding.fingerprint();
        int number = known.merge(fingerprint, 1, Integer::sum);
        return number == 1 ? fingerprint : fingerprint + ":" + number;
    }
}
