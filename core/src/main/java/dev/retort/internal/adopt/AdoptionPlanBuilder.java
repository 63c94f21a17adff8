/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.adoption.AdoptionRefusedException;
import dev.retort.internal.adopt.AdoptedRevision.Execution;
import dev.retort.internal.adopt.AdoptedRevision.How;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plan of an adoption while a history is read: what becomes of each revision, and what prevents the adoption. */
public final class AdoptionPlanBuilder {

    private final ForeignTable table;
    private final ImportedRevisions imported;
    private final Map<String, AdoptedRevision> found = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Creates an empty draft.
     *
     * @param table the history table of the other tool
     * @param imported the revisions of this build
     */
    public AdoptionPlanBuilder(ForeignTable table, ImportedRevisions imported) {
        this.table = table;
        this.imported = imported;
    }

    /** The other tool ran a revision, or one of the migrations that it comes from. */
    public void ran(String id, @Nullable Execution run) {
        AdoptedRevision before = found.get(id);
        List<Execution> runs = new ArrayList<>(before == null ? List.of() : before.runs());
        if (run != null) {
            runs.add(run);
        }
        found.put(id, new AdoptedRevision(id, How.RAN, runs));
    }

    /**
     * A squashed revision is there as a whole or not at all.
     *
     * @param id the revision
     * @param there the migrations of it that the database has
     * @param missing those that it lacks
     */
    public void partly(String id, List<String> there, List<String> missing) {
        if (!there.isEmpty() && !missing.isEmpty()) {
            problems.add("The database is inside the squashed revision " + id + ": it has " + String.join(", ", there)
                    + " and lacks " + String.join(", ", missing) + ". Run these with " + table.tool()
                    + ", or adopt the database with a release from before the squash, first.");
        }
    }

    /** The database has what a revision does, although the other tool did not run it. */
    public void covered(String id) {
        found.put(id, new AdoptedRevision(id, How.COVERED, List.of()));
    }

    /** Retort runs a revision with the adoption. */
    public void runNow(String id) {
        found.put(id, new AdoptedRevision(id, How.RUN_NOW, List.of()));
    }

    /** A revision is pending after all. */
    public void pending(String id) {
        found.remove(id);
    }

    /** {@return the revisions of which is known what becomes of them} */
    public Set<String> found() {
        return found.keySet();
    }

    /**
     * {@return the revisions that others need, and of which is not known what becomes of them; parents before children}
     *
     * @param counts which of the others count
     */
    public List<String> holes(Predicate<String> counts) {
        Set<String> needed = new HashSet<>();
        found.keySet().stream().filter(counts).forEach(id -> needed.addAll(imported.closure(id)));
        return imported.ids().stream()
                .filter(id -> needed.contains(id) && !found.containsKey(id))
                .toList();
    }

    /** Adds what prevents the adoption. */
    public void problem(String sentence) {
        problems.add(sentence);
    }

    /** Adds notes for the operator. */
    public void note(String text) {
        notes.add(text);
    }

    /**
     * {@return the plan}
     *
     * @param advice what to do about problems
     * @throws AdoptionRefusedException when there are problems
     */
    public AdoptionPlan plan(String advice) {
        if (!problems.isEmpty()) {
            throw new AdoptionRefusedException(table.quoted(), problems, advice);
        }
        return new AdoptionPlan(
                table,
                imported.ids().stream()
                        .filter(found::containsKey)
                        .map(id -> Objects.requireNonNull(found.get(id)))
                        .toList(),
                notes);
    }
}
