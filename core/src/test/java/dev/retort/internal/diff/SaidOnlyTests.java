/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.diff.Difference;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Notes about what no script does: objects that are dropped together with another one, and changes that PostgreSQL
 * cannot make.
 */
class SaidOnlyTests extends InvariantTestCase {

    private static final String ALSO_DROPPED = "Also dropped, and not created again by this revision: ";

    private static Difference difference(String before, String after) {
        invariant.prepare(before, after);
        return invariant.hold(Invariant.everything()).difference();
    }

    private static List<String> notes(List<AnnotatedOperation> changes) {
        return changes.stream().flatMap(change -> change.notes().stream()).toList();
    }

    @Test
    void saysWhatGoesWithAForeignPartition() {
        String server = "CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;";
        Difference difference = difference(
                server + " CREATE TABLE t (a int) PARTITION BY LIST (a);"
                        + " CREATE FOREIGN TABLE part PARTITION OF t FOR VALUES IN (1) SERVER files"
                        + " OPTIONS (filename '/dev/null')",
                server);

        assertThat(notes(difference.upgrade())).contains(ALSO_DROPPED + "foreign table public.part.");
    }

    @Test
    void saysThatAFreeSequenceForgetsHowFarItHasCounted() {
        Difference difference = difference("CREATE SEQUENCE counter", "");

        assertThat(notes(difference.upgrade())).containsExactly("Data loss: deletes the current value of counter.");
    }

    @Test
    void leavesARangeTypeWithAnotherDefinitionAlone() {
        Difference difference = difference(
                "CREATE TYPE span AS RANGE (subtype = float8); CREATE TABLE t (s span)",
                "CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi); CREATE TABLE t (s span)");

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.unsettled())
                .singleElement()
                .asString()
                .startsWith("In the model, type public.span changes its definition");
    }

    @Test
    void writesNoAttachmentButStatesItsStatements() {
        String parents = "CREATE TABLE a (v int) PARTITION BY LIST (v); CREATE TABLE b (v int) PARTITION BY LIST (v);";
        Difference difference = difference(
                parents + " CREATE TABLE p PARTITION OF a FOR VALUES IN (1)",
                parents + " CREATE TABLE p PARTITION OF b FOR VALUES IN (2)");

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.unsettled())
                .singleElement()
                .asString()
                .endsWith("ALTER TABLE public.a DETACH PARTITION public.p;"
                        + " ALTER TABLE public.b ATTACH PARTITION public.p FOR VALUES IN (2);");
    }

    @Test
    void saysThatPartitionsStayForWhichTheModelStatesNone() {
        String parent = "CREATE TABLE a (v int, w int) PARTITION BY LIST (v);";
        Difference difference = difference(
                parent + " CREATE TABLE p PARTITION OF a FOR VALUES IN (1) PARTITION BY LIST (w);"
                        + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE q PARTITION OF a DEFAULT",
                parent);

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.unsettled())
                .containsExactly(
                        "The model states no partition of table public.a, so the existing ones stay with their rows,"
                                + " although objects that the model does not know are dropped: public.p, public.q. Write those that"
                                + " you need into the model; or drop them in the script, which deletes their rows.");
    }

    @Test
    void leavesOutAPartitionForTheRowsOfAnotherOne() {
        String parent = "CREATE TABLE a (v int) PARTITION BY LIST (v);";
        invariant.prepare(
                parent + " CREATE TABLE p PARTITION OF a FOR VALUES IN (1)",
                parent + " CREATE TABLE q PARTITION OF a FOR VALUES IN (1)");
        Difference difference = invariant
                .holdPair(Invariant.everything().withDropUnknown(false))
                .difference();

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.unsettled())
                .singleElement()
                .asString()
                .startsWith("Partition public.q of the model is left out: the rows FOR VALUES IN (1) of public.a are in"
                        + " public.p");
    }

    @Test
    void takesAnIndexThatIsNotValidInTheModelForOne() {
        String table = "CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE p PARTITION OF t FOR VALUES IN (1);";
        invariant.prepare(table, table + " CREATE INDEX ix ON ONLY t (a)");
        Invariant.Outcome outcome = invariant.hold(Invariant.everything());

        assertThat(outcome.difference().operations()).hasSize(1);
        assertThat(notes(outcome.difference().downgrade())).isEmpty();
        assertThat(outcome.violations()).noneMatch(violation -> violation.startsWith("generated again"));
    }

    @Test
    void saysThatAnUnknownTableHasTheNameOfAnIndex() {
        invariant.prepare(
                "CREATE TABLE old (a int); CREATE INDEX ix ON old (a); CREATE TABLE t (b int)",
                "CREATE TABLE t (b int); CREATE INDEX ix ON t (b)");
        Difference difference =
                invariant.hold(Invariant.everything().withDropUnknown(false)).difference();

        assertThat(difference.operations()).hasSize(1);
        assertThat(difference.unsettled())
                .containsExactly(
                        "The index ix of table public.t is named ix1: table public.old, which the model does not"
                                + " know, has that name or an index of it. Drop it with --drop-unknown, write it into the model,"
                                + " or rename one of them.");
    }

    @Test
    void refusesATableWithTheNameOfAnIndexOfAnUnknownTable() {
        invariant.prepare("CREATE TABLE old (a int); CREATE INDEX t ON old (a)", "CREATE TABLE t (b int)");

        assertThatThrownBy(() -> invariant.hold(Invariant.everything().withDropUnknown(false)))
                .hasMessageContaining("The model has table public.t, and an index of table public.old has that name.")
                .hasMessageContaining("ALTER INDEX public.t RENAME TO");
    }
}
