/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTests {

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "same, same, 0", "ab, ba, 2"})
    void countsInsertionsDeletionsAndReplacements(String left, String right, int edits) {
        assertThat(NearNames.edits(left, right)).isEqualTo(edits);
        assertThat(NearNames.edits(right, left)).isEqualTo(edits);
    }

    @Test
    void offersTheNearestFirstAndThreeAtMost() {
        List<String> names = List.of("billing", "biling", "bilingo", "bbilling", "shipping");

        assertThat(NearNames.near("billing", names)).containsExactly("billing", "bbilling", "biling");
    }

    @Test
    void takesUpperAndLowerCaseForTheSame() {
        assertThat(NearNames.near("BILLING", List.of("billing"))).containsExactly("billing");
    }

    @Test
    void findsALongNameByItsMistypedBeginning() {
        assertThat(NearNames.near("3f1d", List.of("3f1c2a9b7d10"))).isEmpty();
        assertThat(NearNames.near("3f1c2b", List.of("3f1c2a9b7d10"))).containsExactly("3f1c2a9b7d10");
    }

    @Test
    void saysNothingWhereNothingIsNear() {
        assertThat(NearNames.suggestion("orders", List.of("customer"))).isEmpty();
        assertThat(NearNames.suggestion("ordes", List.of("orders")))
                .startsWith(" (nearest: ")
                .contains("orders");
    }
}
