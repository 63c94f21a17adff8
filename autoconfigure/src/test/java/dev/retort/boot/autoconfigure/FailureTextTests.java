/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.MigrationFailedException;
import dev.retort.boot.failure.FailureText;
import dev.retort.error.RetortException;
import org.junit.jupiter.api.Test;

/** The layout of descriptions. */
class FailureTextTests {

    @Test
    void alignsLinesAndTheirContinuation() {
        String text = new FailureText("It failed.")
                .line("Hint", "one\ntwo")
                .line("Detail", null)
                .line("Blocked by", "pid 7")
                .toString();
        assertThat(text).isEqualTo("""
                It failed.

                    Hint:       one
                                two
                    Blocked by: pid 7""");
    }

    @Test
    void namesTheDatabaseWhereThereAreSeveral() {
        RetortException cause = new RetortException("It failed.", "", "Fix it.");
        assertThat(new FailureText("It failed.").database(new MigrationFailedException("orders", cause)))
                .hasToString("Database 'orders': It failed.");
        assertThat(new FailureText("It failed.").database(new MigrationFailedException("default", cause)))
                .hasToString("It failed.");
    }

    @Test
    void leavesOutAnEmptyParagraph() {
        assertThat(new FailureText("It failed.").paragraph("").paragraph("For a reason."))
                .hasToString("It failed.\n\nFor a reason.");
    }
}
