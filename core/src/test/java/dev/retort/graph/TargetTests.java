/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import static dev.retort.graph.Graphs.graph;
import static dev.retort.graph.Graphs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.RetortException.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTests {

    private final RevisionGraph graph = graph(
            "3f9c2a7b1d04",
            "8e1f0c5a9b22 < 3f9c2a7b1d04 # billing",
            "8e1f77aa01bc < 3f9c2a7b1d04",
            "ab < 8e1f77aa01bc");

    @ParameterizedTest
    @CsvSource({
        "3f9c2a7b1d04, 3f9c2a7b1d04",
        "3, 3f9c2a7b1d04",
        "billing, 8e1f0c5a9b22",
        "bill, 8e1f0c5a9b22",
        "billing@head, 8e1f0c5a9b22",
        "ab@head, ab",
        "8e1f7@head, ab",
        "billing@3f9c, 3f9c2a7b1d04"
    })
    void namesResolveToRevisions(String target, String id) {
        assertThat(graph.resolveOne(target).id()).isEqualTo(id);
    }

    @Test
    void aLineageIsARevisionWithItsAncestors() {
        RevisionGraph merged = graph("a1", "b1 < a1", "c1 < a1", "d1 < b1 c1", "e1 < c1");

        assertThat(merged.lineage("d1")).containsExactly("a1", "b1", "c1", "d1");
        assertThat(merged.lineage("a1")).containsExactly("a1");
    }

    @Test
    void aMistypedIdIsRefusedWithTheNearestOnes() {
        GraphException refusal = refusal(() -> graph.resolveOne("8e1f0c5a9b2z"));

        assertThat(refusal.error()).isEqualTo(GraphError.NOT_FOUND);
        assertThat(refusal.category()).isEqualTo(Category.NOT_FOUND);
        assertThat(refusal)
                .hasMessage("No revision or branch '8e1f0c5a9b2z' exists (nearest: '8e1f0c5a9b22'). Among 4 revisions,"
                        + " no id or label equals it or begins with it. Check the name; `history` lists all"
                        + " revisions.");
    }

    @Test
    void aMistypedBeginningIsRefusedWithTheNearestOnes() {
        assertThat(refusal(() -> graph.resolveOne("8e1e0c")).what()).contains("(nearest: '8e1f0c5a9b22')");
    }

    @Test
    void aMistypedLabelIsRefusedWithTheNearestOne() {
        assertThat(refusal(() -> graph.resolveOne("biling@head")).what())
                .isEqualTo("No branch 'biling' exists (nearest: 'billing').");
    }

    @Test
    void anAmbiguousBeginningNamesWhatItFits() {
        GraphException refusal = refusal(() -> graph.resolveOne("8e1f"));

        assertThat(refusal.error()).isEqualTo(GraphError.AMBIGUOUS);
        assertThat(refusal.revisions()).containsExactly("8e1f0c5a9b22", "8e1f77aa01bc");
        assertThat(refusal.why()).isEqualTo("It is a prefix of '8e1f0c5a9b22', '8e1f77aa01bc'.");
    }

    @Test
    void aNameOfLessThanFourCharactersIsNotAbbreviated() {
        assertThat(refusal(() -> graph.resolveOne("a")).error()).isEqualTo(GraphError.NOT_FOUND);
    }

    @Test
    void stepsAreCountedByPlansOnly() {
        assertThat(refusal(() -> graph.resolveOne("-1")).action()).startsWith("Name a revision");
    }

    @Test
    void headIsRefusedWithTheOpenBranches() {
        GraphException refusal = refusal(() -> graph.resolveOne("head"));

        assertThat(refusal.error()).isEqualTo(GraphError.MULTIPLE_HEADS);
        assertThat(refusal.category()).isEqualTo(Category.CONFLICT);
        assertThat(refusal.what()).isEqualTo("'head' matches several heads: '8e1f0c5a9b22', 'ab'.");
    }

    @Test
    void aRevisionOffTheBranchIsRefused() {
        assertThat(refusal(() -> graph.resolveOne("billing@ab")).error()).isEqualTo(GraphError.NOT_ON_BRANCH);
    }

    @Test
    void baseIsBelowEveryRevision() {
        assertThat(graph.resolve("base")).isEmpty();
        assertThat(graph.resolveAll("billing@base")).isEmpty();
        assertThat(refusal(() -> graph.resolveOne("base")).error()).isEqualTo(GraphError.NOT_FOUND);
    }

    @Test
    void baseOfAnUnknownBranchIsRefused() {
        assertThat(refusal(() -> graph.resolveAll("nosuch@base")).error()).isEqualTo(GraphError.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "+2, , , 2",
        "-1, , , -1",
        "billing@+1, billing, , 1",
        "ab-1, , ab, -1",
        "billing@head-12, billing, head, -12",
        "my-branch@+1, my-branch, , 1",
        "+99999999999, , , 2147483647"
    })
    void signAndDigitsAtTheEndCountSteps(String text, String branch, String symbol, int steps) {
        assertThat(Target.parse(text)).isEqualTo(new Target.Relative(text, branch, symbol, steps));
    }

    @ParameterizedTest
    @CsvSource({"ab, , ab", "a+2b, , a+2b", "@+1, '', +1", "a@b@c, a, b@c", "-, , -", "a@, a, ''"})
    void allElseIsAName(String text, String branch, String name) {
        assertThat(Target.parse(text)).isEqualTo(new Target.Named(text, branch, name));
    }

    @ParameterizedTest
    @CsvSource({"a:b, a, b", ":, '', ''", "b@base:current, b@base, current", "-3:+1, -3, +1"})
    void aColonMakesARangeOfTwoTargets(String text, String lower, String upper) {
        assertThat(Target.parse(text)).isEqualTo(new Target.Range(text, Target.parse(lower), Target.parse(upper)));
    }

    @Test
    void aSecondColonIsLeftInTheUpperEndForTheCommandToRefuse() {
        assertThat(Target.parse("a:b:c")).isEqualTo(new Target.Range("a:b:c", Target.parse("a"), Target.parse("b:c")));
        assertThat(refusal(() -> graph.history(List.of(), Target.parse("a:b:c")))
                        .error())
                .isEqualTo(GraphError.RANGE_SYNTAX);
    }

    @ParameterizedTest
    @CsvSource({"+1, true", "b@-2, true", "ab-1, false", "my-branch@head, false", "a+b, false", "head, false"})
    void onlyStepsWithoutASymbolCountFromTheCurrentRevisions(String text, boolean counts) {
        assertThat(Target.parse(text).countsFromCurrent()).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({"current, true", "current:head, true", ":current, true", "currently:head, false", "a:b, false"})
    void currentIsAWholeEnd(String text, boolean current) {
        assertThat(Target.parse(text).namesCurrent()).isEqualTo(current);
    }
}
