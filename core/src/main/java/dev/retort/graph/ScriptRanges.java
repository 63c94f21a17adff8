/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

/** Plans scripts, which are written without a database: the range gives their start. */
final class ScriptRanges {

    private final Nodes nodes;
    private final TargetNames identifiers;

    ScriptRanges(Nodes nodes, TargetNames identifiers) {
        this.nodes = nodes;
        this.identifiers = identifiers;
    }

    /** Plans {@code [from:]to}, by default from the base to all heads. */
    Plan upgrade(String text) {
        if (!Range.is(text)) {
            return new Upgrades(nodes, identifiers).plan(CurrentRows.of(nodes), text);
        }
        Range range = Range.parse(text);
        String target = range.upper().isEmpty() ? "heads" : range.upper();
        return new Upgrades(nodes, identifiers).plan(start(range), target);
    }

    /** Plans {@code from:to}, both of which are required. */
    Plan downgrade(String text) {
        Range range = Range.is(text) ? Range.parse(text) : new Range(text, "", text);
        if (range.lower().isEmpty() || range.upper().isEmpty()) {
            throw new GraphException(
                    GraphError.RANGE_REQUIRED,
                    "'" + text + "' is not a range, and the script of a downgrade needs one.",
                    "Retort writes a script without a database, so the start must be given.",
                    "Write <from>:<to>, for example head:-1.");
        }
        return new Downgrades(nodes, identifiers).plan(start(range), range.upper());
    }

    private CurrentRows start(Range range) {
        if (range.lower().isEmpty()) {
            return CurrentRows.of(nodes);
        }
        int start = identifiers.one(Target.named(range.lower()));
        return start == Nodes.BELOW_BASE ? CurrentRows.of(nodes) : CurrentRows.of(nodes, start);
    }
}
