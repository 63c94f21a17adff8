/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The check of the scripts in an ordinary build, which has no database. */
@Tag("slow")
@EnabledIfSystemProperty(named = "it.maven", matches = ".*", disabledReason = "needs the packaged plugin")
class VerifyScriptsBuildTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shop shop;

    @BeforeEach
    void copy() {
        shop = Shop.in(folder, TestDatabase.none());
    }

    @Test
    void readsTheScriptsOfTheModuleAndOfItsDependencies() {
        Shop.Result result = shop.maven("process-classes");

        assertThat(result.status()).as(result.out()).isZero();
        assertThat(result.out().lines().filter(line -> line.endsWith("2 revisions, and `head` is reachable.")))
                .hasSize(2);
    }

    @Test
    void failsOnTwoHeadsAndNamesTheSourceFiles() {
        shop.with("3_other.sql", """
            -- An explanation.

            -- revision: ccc3
            -- down_revision: aaa1

            -- migrate: upgrade
            """);

        Shop.Result result = shop.maven("process-classes");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("[ERROR] " + shop.script("2_add_email.sql") + ":1: This is one of 2 heads (bbb2, ccc3)")
                .contains("[ERROR] " + shop.script("3_other.sql") + ":3: This is one of 2 heads (bbb2, ccc3)")
                .contains("The revision scripts are invalid: 2 problems");
    }

    @Tag("nightly")
    @Test
    void failsOnADoubledIdAndABrokenHeaderAtOnce() {
        shop.with("3_doubled.sql", """
            -- revision: bbb2
            -- down_revision: aaa1

            -- migrate: upgrade
            """).with("4_broken.sql", """
                    -- revision: ddd4
                    -- down_revison: bbb2

                    -- migrate: upgrade
                    """);

        Shop.Result result = shop.maven("process-classes");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains(shop.script("3_doubled.sql") + ": Revision bbb2 is already defined in ")
                .contains(shop.script("4_broken.sql")
                        + ":2: The header has no key \"down_revison\". Write \"down_revision\".");
    }

    @Tag("nightly")
    @Test
    void severalHeadsAreGoodWhenTheServiceGoesToAllOfThem() {
        shop.with("3_other.sql", """
            -- revision: ccc3
            -- down_revision: aaa1

            -- migrate: upgrade
            """);

        Shop.Result result = shop.maven("process-classes", "-Dretort.target=heads");

        assertThat(result.status()).as(result.out()).isZero();
        assertThat(result.out()).contains("3 revisions, and `heads` is reachable.");
    }
}
