/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTests {

    private static final long MEGABYTES_100 = 100L * 1024 * 1024;

    private static String work(String kind, int passes, long millis) {
        return kind + " " + passes + " " + MEGABYTES_100 + " " + millis + " public.my orders";
    }

    @Test
    void withoutStatementsTheyAreThoseOfCommonDisks() {
        assertThat(Rates.learned(List.of())).isEqualTo(Rates.COMMON);
        assertThat(Rates.COMMON.describe()).startsWith("Estimates use the rates of common disks");
    }

    @Test
    void oneStatementGivesAWideRange() {
        Rates rates = Rates.learned(List.of(work("SCAN", 1, 500)));

        assertThat(rates.reading()).isEqualTo(new Rates.Rate(100, 400, 1));
        assertThat(rates.writing()).isEqualTo(Rates.COMMON.writing());
        assertThat(rates.describe())
                .isEqualTo("Estimates use rates learned from this database: reading at 100-400 MB/s (1 statement).");
    }

    @Test
    void severalStatementsGiveTheRangeThatTheyTook() {
        Rates rates =
                Rates.learned(List.of(work("BUILD", 1, 2000), work("REWRITE", 4, 10000), work("LOOKUP", 1, 4000)));

        assertThat(rates.writing()).isEqualTo(new Rates.Rate(20, 62.5, 3));
        assertThat(rates.describe()).contains("writing and building indexes at 20-63 MB/s (3 statements)");
    }

    @Test
    void whatIsTooSmallOrCannotBeReadTeachesNothing() {
        assertThat(Rates.learned(List.of(
                        "SCAN 1 8192 700 public.t",
                        "SCAN",
                        "",
                        "SCAN x y z t",
                        "SCAN 1 104857600 0 public.t",
                        "NEW 1")))
                .isEqualTo(Rates.COMMON);
    }
}
