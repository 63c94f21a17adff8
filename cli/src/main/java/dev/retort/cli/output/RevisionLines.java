/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.graph.Revision;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Formats revisions as Alembic does, so that scripts that parse its output can parse this. */
public final class RevisionLines {

    private final ScriptGraph scripts;
    private final Set<String> heads;
    private final Set<String> effectiveHeads;
    private final Set<String> branchPoints;
    private final Set<String> current;

    /**
     * Creates a formatter.
     *
     * @param scripts the scripts
     * @param current the revisions to mark as current
     */
    public RevisionLines(ScriptGraph scripts, List<String> current) {
        this.scripts = scripts;
        this.heads = new HashSet<>(scripts.graph().heads());
        this.effectiveHeads = new HashSet<>(scripts.graph().effectiveHeads());
        this.branchPoints = new HashSet<>(scripts.graph().branchPoints());
        this.current = new HashSet<>(current);
    }

    /** {@return the id with its marks, as {@code current} prints it} */
    public String marked(Revision revision) {
        return revision.id() + headMarks(revision) + treeMarks(revision);
    }

    /** {@return the id with labels and the mark of a head, as {@code heads} prints it} */
    public String head(Revision revision) {
        return revision.id() + labels(revision) + headMarks(revision);
    }

    /** {@return the id with labels and all marks, as {@code branches} prints it} */
    public String branch(Revision revision) {
        return head(revision) + treeMarks(revision);
    }

    /** {@return a line of {@code history}: parents, labels, marks and message} */
    public String history(Revision revision) {
        String dependencies = revision.dependsOn().isEmpty() ? "" : " (" + comma(revision.dependsOn()) + ")";
        return parents(revision) + dependencies + " -> " + branch(revision) + ", " + Printable.line(message(revision));
    }

    /** {@return the long form, for {@code show} and {@code -v}} */
    public String entry(Revision revision) {
        StringBuilder entry = new StringBuilder("Rev: ").append(revision.id());
        entry.append(heads.contains(revision.id()) ? " (head)" : "");
        entry.append(treeMarks(revision));
        entry.append(current.contains(revision.id()) ? " (current)" : "").append('\n');
        entry.append(revision.downRevisions().size() > 1 ? "Merges: " : "Parent: ")
                .append(parents(revision))
                .append('\n');
        line(entry, "Also depends on: ", revision.dependsOn());
        line(
                entry,
                "Branches into: ",
                branchPoints.contains(revision.id()) ? scripts.graph().children(revision.id()) : List.of());
        line(entry, "Branch names: ", scripts.labels(revision));
        line(entry, "Replaces: ", scripts.replaced(revision));
        entry.append("Path: ")
                .append(Printable.line(scripts.script(revision).source()))
                .append("\n\n");
        return entry.append(documentation(revision)).append('\n').toString();
    }

    /** As Alembic prints a docstring: each line indented, and nothing for an empty one. */
    private String documentation(Revision revision) {
        List<String> lines = new ArrayList<>();
        if (!message(revision).isEmpty()) {
            lines.add("    " + Printable.line(message(revision)));
        }
        String created = scripts.script(revision).created();
        if (!created.isEmpty()) {
            lines.add("    Create Date: " + Printable.line(created));
        }
        return String.join("\n", lines);
    }

    /** {@return a revision as {@code --json} prints it} */
    public Map<String, Object> json(Revision revision) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("revision", revision.id());
        answer.put("downRevisions", revision.downRevisions());
        answer.put("dependsOn", revision.dependsOn());
        answer.put("branchLabels", scripts.labels(revision));
        answer.put("message", message(revision));
        answer.put("created", scripts.script(revision).created());
        answer.put("head", heads.contains(revision.id()));
        answer.put("effectiveHead", effectiveHeads.contains(revision.id()));
        answer.put("branchPoint", branchPoints.contains(revision.id()));
        answer.put("current", current.contains(revision.id()));
        answer.put("path", scripts.script(revision).source());
        if (!scripts.replaced(revision).isEmpty()) {
            answer.put("replaces", scripts.replaced(revision));
        }
        return answer;
    }

    public List<Map<String, Object>> json(List<Revision> revisions) {
        List<Map<String, Object>> answer = new ArrayList<>();
        revisions.forEach(revision -> answer.add(json(revision)));
        return answer;
    }

    /** {@return the id of a version row without a script, with its mark} */
    public static String marked(RevisionStatus other) {
        return other.revision()
                + (other.state() == RevisionState.SQUASHED
                        ? " (squashed)"
                        : isRecorded(other) ? " (ahead)" : " (unknown)");
    }

    /** {@return the long form of a version row without a script} */
    public static String entry(RevisionStatus other) {
        String parents = other.downRevisions().isEmpty() ? "<base>" : comma(other.downRevisions());
        return "Rev: " + marked(other) + (isRecorded(other) ? "\nParent: " + parents : "") + "\n\n"
                + (other.message().isEmpty() ? "" : "    " + other.message() + "\n");
    }

    /** {@return a note about a version row without a script} */
    public static String remark(RevisionStatus other) {
        if (other.state() == RevisionState.SQUASHED) {
            return "The database is at " + other.revision() + ", which this build has only as a part of a squashed"
                    + " revision: upgrade it with a release from before the squash.";
        }
        return "The database is at " + other.revision() + ", whose script this build does not have"
                + (isRecorded(other)
                        ? ": the history contains it, so the database is ahead of this build."
                        : ", and which is not in the history.");
    }

    private static boolean isRecorded(RevisionStatus other) {
        return other.appliedOn() != null;
    }

    /** {@return a version row without a script as {@code --json} prints it} */
    public static Map<String, Object> json(RevisionStatus other) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("revision", other.revision());
        answer.put("downRevisions", other.downRevisions());
        answer.put("dependsOn", other.dependsOn());
        answer.put("message", other.message());
        answer.put("current", true);
        answer.put("ahead", isRecorded(other) && other.state() != RevisionState.SQUASHED);
        return answer;
    }

    private String message(Revision revision) {
        return scripts.script(revision).message();
    }

    private String labels(Revision revision) {
        List<String> labels = scripts.labels(revision);
        return labels.isEmpty() ? "" : " (" + comma(labels) + ")";
    }

    private String headMarks(Revision revision) {
        String head = effectiveHeads.contains(revision.id())
                ? " (head)"
                : heads.contains(revision.id()) ? " (effective head)" : "";
        return head + (current.contains(revision.id()) ? " (current)" : "");
    }

    private String treeMarks(Revision revision) {
        return (branchPoints.contains(revision.id()) ? " (branchpoint)" : "")
                + (revision.downRevisions().size() > 1 ? " (mergepoint)" : "")
                + (scripts.replaced(revision).isEmpty() ? "" : " (squashed)");
    }

    private static void line(StringBuilder entry, String title, List<String> names) {
        if (!names.isEmpty()) {
            entry.append(title).append(comma(names)).append('\n');
        }
    }

    public static String parents(Revision revision) {
        return revision.downRevisions().isEmpty() ? "<base>" : comma(revision.downRevisions());
    }

    private static String comma(List<String> names) {
        return String.join(", ", names);
    }
}
