/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

/** Plans scripts, which are written without a database: the range gives their start. */
final class ScriptRanges {

    private final Nodes nodes;
    private final TargetNames targetNames;

    ScriptRanges(Nodes nodes, TargetNames targetNames) {
        this.nodes = nodes;
        this.targetNames = targetNames;
    }

    /** Plans {@code [from:]to}, by default from the base to all heads. */
    Plan upgrade(Target target) {
        if (!(target instanceof Target.Range)) {
            return new Upgrades(nodes, targetNames).plan(CurrentRows.of(nodes), target);
        }
        Target.Range range = TargetForms.range(target);
        Target upper = range.upper().isEmpty() ? Target.parse("heads") : range.upper();
        return new Upgrades(nodes, targetNames).plan(start(range), upper);
    }

    /** Plans {@code from:to}, both of which are required. */
    Plan downgrade(Target target) {
        if (!(target instanceof Target.Range)) {
            throw withoutStart(target);
        }
        Target.Range range = TargetForms.range(target);
        if (range.lower().isEmpty() || range.upper().isEmpty()) {
            throw withoutStart(target);
        }
        return new Downgrades(nodes, targetNames).plan(start(range), range.upper());
    }

    private CurrentRows start(Target.Range range) {
        if (range.lower().isEmpty()) {
            return CurrentRows.of(nodes);
        }
        int start = targetNames.one(TargetForms.named(range.lower()));
        return start == Nodes.BELOW_BASE ? CurrentRows.of(nodes) : CurrentRows.of(nodes, start);
    }

    private static GraphException withoutStart(Target target) {
        return new GraphException(
                GraphError.RANGE_REQUIRED,
                "'" + target.text() + "' is not a range, and the script of a downgrade needs one.",
                "Retort writes a script without a database, so the start must be given.",
                "Write <from>:<to>, for example head:-1.");
    }
}
