/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import dev.retort.graph.GraphError;
import dev.retort.graph.GraphException;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Target;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptException;
import dev.retort.internal.script.ScriptProblem;
import dev.retort.internal.script.read.LocatedScripts;
import dev.retort.settings.MissingScripts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads scripts as a starting service does, and reports problems with file and line. */
final class ScriptCheck {

    private static final Pattern HEADER = Pattern.compile("--\\s*revision\\s*:.*");

    private final List<String> locations;
    private final List<String> packages;
    private final String target;
    private int revisions;

    /**
     * Creates a check.
     *
     * @param locations the script locations
     * @param packages the packages of Java revisions; only their annotations are read
     * @param target the target of the service at startup
     */
    ScriptCheck(List<String> locations, List<String> packages, String target) {
        this.locations = List.copyOf(locations);
        this.packages = List.copyOf(packages);
        this.target = target;
    }

    /**
     * Runs the check.
     *
     * @param loader the class path of the service
     * @return the problems; empty if there are none
     */
    List<ScriptProblem> problems(ClassLoader loader) {
        List<RevisionScript> scripts;
        try {
            scripts = new LocatedScripts(locations, packages, loader, type -> op -> {}, MissingScripts.WARN)
                    .read()
                    .all();
        } catch (ScriptException e) {
            return e.problems();
        }
        revisions = scripts.size();
        Map<String, RevisionScript> byId = new LinkedHashMap<>();
        scripts.forEach(script -> byId.put(script.revision().id(), script));
        return problems(byId);
    }

    /** {@return the summary of a successful check} */
    String summary() {
        if (revisions == 0) {
            return "There are no revisions in " + String.join(", ", locations) + ". Create the first one with"
                    + " mvn retort:revision -Dretort.args=\"-m '<message>'\", or correct retort.locations.";
        }
        return revisions + (revisions == 1 ? " revision, and `" : " revisions, and `") + target + "` is reachable.";
    }

    private List<ScriptProblem> problems(Map<String, RevisionScript> scripts) {
        List<Revision> revisions =
                scripts.values().stream().map(RevisionScript::revision).toList();
        RevisionGraph graph;
        try {
            graph = RevisionGraph.of(revisions);
        } catch (GraphException e) {
            return problems(e.revisions(), scripts, String.valueOf(e.getMessage()));
        }
        try {
            graph.upgrade(Set.of(), Target.parse(target));
            return List.of();
        } catch (GraphException e) {
            return e.error() == GraphError.MULTIPLE_HEADS ? severalHeads(graph.heads(), scripts) : unusableTarget(e);
        }
    }

    private List<ScriptProblem> severalHeads(List<String> heads, Map<String, RevisionScript> scripts) {
        return problems(
                heads,
                scripts,
                "This is one of " + heads.size() + " heads (" + String.join(", ", heads) + "), and `" + target
                        + "` requires one. Merge them, move one after the other, or set retort.target to heads.");
    }

    private List<ScriptProblem> unusableTarget(GraphException e) {
        return List.of(new ScriptProblem("retort.target=" + target, 0, String.valueOf(e.getMessage())));
    }

    /** The same problem for each of its revisions. */
    private static List<ScriptProblem> problems(
            List<String> about, Map<String, RevisionScript> scripts, String message) {
        List<ScriptProblem> problems = new ArrayList<>();
        for (String id : about) {
            RevisionScript script = scripts.get(id);
            if (script != null) {
                problems.add(new ScriptProblem(script.source(), headerLine(script), message));
            }
        }
        return problems;
    }

    private static int headerLine(RevisionScript script) {
        List<String> lines = script.text().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (HEADER.matcher(lines.get(line)).matches()) {
                return line + 1;
            }
        }
        return 0;
    }
}
