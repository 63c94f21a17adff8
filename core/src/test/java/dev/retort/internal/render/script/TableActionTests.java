/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.render.script.TableAction.Pass;
import dev.retort.schema.name.QualifiedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableActionTests {

    private static TableAction action(Pass pass, String name, String text) {
        return action(pass, name, text, "");
    }

    private static TableAction action(Pass pass, String name, String text, @Nullable String mentioned) {
        return new TableAction(QualifiedName.of("t"), pass, Set.of(name), text, mentioned, List.of(), List.of());
    }

    @Test
    void actionsOnDifferentColumnsFollowEachOtherInAnyPass() {
        for (Pass earlier : Pass.values()) {
            for (Pass later : Pass.values()) {
                assertThat(action(later, "b", "b").canFollow(action(earlier, "a", "a")))
                        .as("%s after %s", later, earlier)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DROP, ADD, true",
        "DROP, DROP, true",
        "TYPE, ATTRIBUTE, true",
        "TYPE, CONSTRAINT, true",
        "TYPE, TYPE, false",
        "TYPE, DROP, false",
        "ADD, CONSTRAINT, true",
        "ADD, ATTRIBUTE, false",
        "ADD, DROP, false",
        "ATTRIBUTE, CONSTRAINT, true",
        "ATTRIBUTE, DROP, false",
        "CONSTRAINT, CONSTRAINT, true",
        "CONSTRAINT, TYPE, false",
        "OPTION, OPTION, false"
    })
    void onTheSameColumnOnlyInTheOrderOfThePasses(Pass earlier, Pass later, boolean possible) {
        assertThat(action(later, "a", "a").canFollow(action(earlier, "a", "a"))).isEqualTo(possible);
    }

    @Test
    void aNameIsFoundAsAWordInTheTextOfTheOther() {
        TableAction column = action(Pass.ADD, "total", "ADD COLUMN total integer");

        assertThat(action(Pass.CONSTRAINT, "c", "ADD CONSTRAINT c CHECK (total > 0)")
                        .isRelated(column))
                .isTrue();
        assertThat(action(Pass.CONSTRAINT, "c", "ADD CONSTRAINT c CHECK (subtotal > 0)")
                        .isRelated(column))
                .isFalse();
        assertThat(action(Pass.DROP, "c", "DROP CONSTRAINT c", "CHECK (total > 0)")
                        .isRelated(column))
                .isTrue();
    }

    @Test
    void whatMayBeAboutAnyColumnIsRelatedToAll() {
        TableAction unknown = action(Pass.DROP, "c", "DROP CONSTRAINT c", null);

        assertThat(unknown.isRelated(action(Pass.ADD, "a", "ADD COLUMN a integer")))
                .isTrue();
        assertThat(action(Pass.ADD, "a", "ADD COLUMN a integer").isRelated(unknown))
                .isTrue();
    }

    @Test
    void aQuotedNameCountsAsFound() {
        TableAction quoted = action(Pass.ADD, "a\"b", "ADD COLUMN \"a\"\"b\" integer");

        assertThat(action(Pass.CONSTRAINT, "c", "ADD CONSTRAINT c CHECK (x > 0)")
                        .isRelated(quoted))
                .isTrue();
    }
}
