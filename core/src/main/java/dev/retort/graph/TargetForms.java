/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

/** The forms of targets that a command takes: a single one, a range, or a name alone. */
final class TargetForms {

    private TargetForms() {}

    /** {@return a target of a command that takes only names: a number of steps is an unknown name to it} */
    static Target.Named named(Target target) {
        return target instanceof Target.Named named ? named : Target.Named.of(target.text());
    }

    /** {@return a target of a command that takes a range} */
    static Target.Range range(Target target) {
        if (target instanceof Target.Range range && !(range.upper() instanceof Target.Range)) {
            return range;
        }
        throw new GraphException(
                GraphError.RANGE_SYNTAX,
                "'" + target.text() + "' is not a range.",
                "A range has one ':' between its ends.",
                "Write <from>:<to>, <from>: or :<to>.");
    }

    /** Refuses a range where the database itself says where to start. */
    static void refuseRange(Target target) {
        if (target instanceof Target.Range) {
            throw new GraphException(
                    GraphError.RANGE_NOT_ALLOWED,
                    "'" + target.text() + "' is a range, and a single target is needed.",
                    "The version table gives the start; only `--sql` and `history` take a range.",
                    "Use only the part after the ':', or write a script with `--sql`.");
        }
    }
}
