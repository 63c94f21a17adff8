/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.lint.Rule;

/** The page that explains a rule. */
final class RulePage {

    private RulePage() {}

    /** {@return the path of its page in the guide} */
    static String of(Rule rule) {
        return "docs/rules/" + rule.id() + ".md";
    }
}
