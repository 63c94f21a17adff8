/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.script.ScriptException;
import dev.retort.test.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A header is rewritten, and nothing else. */
class HeaderRewriterTests {

    private static final String SECTIONS = "\n-- migrate: upgrade\nSELECT '-- down_revision: a1';\n";

    private static String rewrite(String text, String... parents) {
        return new HeaderRewriter("x.sql", text).withParents(List.of(parents));
    }

    @Test
    void replacesTheParentInItsLine() {
        assertThat(rewrite("-- revision: c1\n--   down_revision:\ta1  \n" + SECTIONS, "b1"))
                .isEqualTo("-- revision: c1\n--   down_revision:\tb1\n" + SECTIONS);
    }

    @Test
    void addsTheLineWhereThereIsNone() {
        assertThat(rewrite("-- revision: c1\n-- message: x\n" + SECTIONS, "b1"))
                .isEqualTo("-- revision: c1\n-- down_revision: b1\n-- message: x\n" + SECTIONS);
    }

    @Test
    void fillsAnEmptyLineAndNamesSeveralParents() {
        assertThat(rewrite("-- revision: c1\n-- down_revision:\n" + SECTIONS, "a1", "b1"))
                .isEqualTo("-- revision: c1\n-- down_revision: a1, b1\n" + SECTIONS);
    }

    @Test
    void leavesOtherBlocksAlone() {
        String notes = "-- down_revision: in free text\n\n";
        assertThat(rewrite(notes + "-- revision: c1\n-- down_revision: a1\n" + SECTIONS, "b1"))
                .isEqualTo(notes + "-- revision: c1\n-- down_revision: b1\n" + SECTIONS);
    }

    @Test
    void refusesWhatIsNoScript() {
        assertThatThrownBy(() -> rewrite("SELECT 1;", "b1")).isInstanceOf(ScriptException.class);
    }

    @Test
    void rewritingTwiceRestoresTheText() {
        Seeds.check(1000, random -> {
            String script = script(random);
            assertThat(rewrite(rewrite(script, "b1"), "a1")).isEqualTo(script);
        });
    }

    private static String script(Random random) {
        String end = Seeds.any(random, "\n", "\r\n", "\r");
        String mark = Seeds.any(random, "", "\uFEFF");
        String first = Seeds.any(random, "", "-- Ein Wort vorweg: äöü\n\n", "/* block\n -- revision: no */\n\n");
        String header = Seeds.any(
                random,
                "-- revision: c1\n-- down_revision: a1\n",
                "-- down_revision: a1\n-- revision: c1\n-- message: down_revision: zz\n",
                "-- branch_labels: x\n-- revision: c1\n-- a note\n-- down_revision:   a1\n");
        String last = Seeds.any(random, "", "-- migrate: downgrade\nDROP TABLE t;", "-- migrate: irreversible x");
        return mark + (first + header + SECTIONS + last).replace("\n", end);
    }
}
