/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.Revision;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What revisions state, read along the graph. */
class ModelMarksTests {

    private static RevisionScript script(String id, List<String> parents, String... marks) {
        StringBuilder text = new StringBuilder("-- revision: " + id + "\n\n-- migrate: upgrade\nSELECT 1;\n");
        List.of(marks).forEach(mark -> text.append("-- model: ").append(mark).append('\n'));
        return new RevisionScript(
                new Revision(id, parents, List.of(), List.of()),
                id + ".sql",
                "",
                "",
                false,
                List.of(),
                new DowngradeSection.Reversible(List.of()),
                "",
                text.toString(),
                null);
    }

    private static Map<String, String> stated(RevisionScript... scripts) {
        return ModelMarks.of(List.of(scripts));
    }

    @Test
    void areKeptWithTheRevisionThatStatedThem() {
        assertThat(stated(
                        script("a1", List.of(), "+ unique pet (chip)", "+ not null pet (born, name)"),
                        script("b1", List.of("a1"), "+ on delete pet.owner_id")))
                .isEqualTo(Map.of(
                        "unique pet (chip)", "a1",
                        "not null pet.born", "a1",
                        "not null pet.name", "a1",
                        "on delete pet.owner_id", "b1"));
    }

    @Test
    void endWhereALaterRevisionWithdrawsThem() {
        assertThat(stated(
                        script("b1", List.of("a1"), "- unique pet (chip)"),
                        script("a1", List.of(), "+ unique pet (chip)", "+ default pet.legs")))
                .containsOnlyKeys("default pet.legs");
    }

    @Test
    void holdAgainWhenTheyAreStatedAgain() {
        assertThat(stated(
                        script("a1", List.of(), "+ unique pet (chip)"),
                        script("b1", List.of("a1"), "- unique pet (chip)"),
                        script("c1", List.of("b1"), "+ unique pet (chip)")))
                .isEqualTo(Map.of("unique pet (chip)", "c1"));
    }

    @Test
    void areWithdrawnAtAMergeOnlyFromAncestors() {
        RevisionScript base = script("a1", List.of(), "+ unique pet (chip)", "+ index pet (born)");
        RevisionScript left = script("l1", List.of("a1"), "- unique pet (chip)", "- index pet (born)");
        RevisionScript right = script("r1", List.of("a1"), "+ index pet (born)");
        RevisionScript merge = script("m1", List.of("l1", "r1"));

        assertThat(stated(base, left, right, merge)).isEqualTo(Map.of("index pet (born)", "r1"));
    }

    @Test
    void followRenamesOfTablesAndColumns() {
        assertThat(stated(
                        script("a1", List.of(), "+ unique pet (chip)", "+ check pet (chip <> ''::text)"),
                        script("b1", List.of("a1"), "~ pet animal", "~ animal.chip animal.number")))
                .isEqualTo(Map.of(
                        "unique animal (number)", "a1",
                        "check animal (number <> ''::text)", "a1"));
    }

    @Test
    void followARenameOfOneBranchAfterAMerge() {
        assertThat(stated(
                        script("a1", List.of(), "+ unique pet (chip)"),
                        script("l1", List.of("a1")),
                        script("r1", List.of("a1"), "~ pet animal"),
                        script("m1", List.of("l1", "r1"))))
                .isEqualTo(Map.of("unique animal (chip)", "a1"));
    }

    @Test
    void haveNamesThatNeedQuotes() {
        assertThat(stated(script("a1", List.of(), "+ unique \"Shop\".\"My Pet\" (\"a, b\")")))
                .isEqualTo(Map.of("unique \"Shop\".\"My Pet\" (\"a, b\")", "a1"));
    }

    @Test
    void ofKindsOfALaterVersionAreLeftOut() {
        assertThat(stated(script("a1", List.of(), "+ colour pet (chip)", "? what")))
                .isEmpty();
    }
}
