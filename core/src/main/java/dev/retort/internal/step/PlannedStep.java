/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.graph.Direction;
import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.run.PartialRevisionException;
import dev.retort.run.RunKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a plan, with what it runs. */
public sealed interface PlannedStep permits JavaStep, SqlStep {

    /** {@return the step of the graph's plan} */
    Step step();

    /** {@return the revision with its dependencies as ids} */
    Revision place();

    /** {@return the script of its revision, placeholders replaced} */
    RevisionScript script();

    /** {@return the parts of the step's direction, as far as they are known before it runs} */
    List<ScriptPart> parts();

    /** {@return the values of its placeholders that the history keeps} */
    Map<String, String> placeholders();

    /** {@return the steps that the history records instead, in their order; none unless the revision is squashed} */
    List<Step> originals();

    /** {@return the statements as people may see them} */
    List<SqlStatement> shownStatements();

    /** {@return a statement as people may see it} */
    SqlStatement shown(SqlStatement statement);

    /** {@return how many of its statements are shown at most} */
    int shownAtMost();

    /** {@return why its statements cannot be shown before it runs; {@code null} where they can, or need not be} */
    @Nullable
    String unknown();

    /** {@return what an error tells people to fix} */
    String sourceKind();

    /** {@return whether the line of a statement in the source shows the statement} */
    boolean hasStatementsInSource();

    /** {@return the error of a statement that is not the one that an earlier run began in its place} */
    PartialRevisionException edited(int line);

    /** {@return the error of an end after a number of statements where an earlier run committed more} */
    PartialRevisionException endsBefore(int last);

    /** {@return the id of its revision} */
    default String revision() {
        return step().revision().id();
    }

    /** {@return the kind of run that the history records for it} */
    default RunKind operation() {
        return operation(step().direction());
    }

    static RunKind operation(Direction direction) {
        return switch (direction) {
            case UPGRADE -> RunKind.UPGRADE;
            case DOWNGRADE -> RunKind.DOWNGRADE;
        };
    }

    default boolean hasAutocommit() {
        return parts().stream().anyMatch(ScriptPart::autocommit);
    }

    default List<String> rowsBefore() {
        return new ArrayList<>(step().rowsBefore());
    }

    default List<String> rowsAfter() {
        return new ArrayList<>(step().rowsAfter());
    }

    /** {@return the statements of parts, in their order} */
    static List<SqlStatement> statements(List<ScriptPart> parts) {
        return parts.stream().flatMap(part -> part.statements().stream()).toList();
    }
}
