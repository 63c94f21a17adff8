/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.run.UnknownRevisionsException;
import dev.retort.settings.UnknownRevision;
import org.junit.jupiter.api.Test;

class UnknownRowsPolicyTests extends PlanTestCase {

    private static void require(UnknownRevision policy, Database database) {
        new UnknownRowsPolicy(policy, database.with(chain("a", "b"))).requireAhead();
    }

    @Test
    void aDatabaseThatDescendsFromTheHeadsIsAheadOfTheBuild() {
        Database ahead = new Database().at("c").ran("a", "").ran("b", "").ran("c", "", "b");

        assertThatCode(() -> require(UnknownRevision.AHEAD, ahead)).doesNotThrowAnyException();
        assertThatCode(() -> require(UnknownRevision.IGNORE, ahead)).doesNotThrowAnyException();
        assertThatThrownBy(() -> require(UnknownRevision.FAIL, ahead))
                .isInstanceOf(UnknownRevisionsException.class)
                .hasMessageContaining("retort.unknown-revision=fail refuses that, whatever the history shows.");
    }

    @Test
    void aDatabaseOnAnotherBranchIsNotAhead() {
        Database beside = new Database().at("x").ran("a", "").ran("x", "", "a");

        assertThatThrownBy(() -> require(UnknownRevision.AHEAD, beside))
                .isInstanceOf(UnknownRevisionsException.class)
                .hasMessageContaining("The history does not show that it descends from all heads of this build.");
        assertThatCode(() -> require(UnknownRevision.IGNORE, beside)).doesNotThrowAnyException();
    }

    @Test
    void nothingIsKnownOfARowThatTheHistoryDoesNotHave() {
        Database strange = new Database().at("x");

        assertThatThrownBy(() -> require(UnknownRevision.AHEAD, strange))
                .isInstanceOf(UnknownRevisionsException.class)
                .hasMessageContaining("The history has no record of it");
    }
}
