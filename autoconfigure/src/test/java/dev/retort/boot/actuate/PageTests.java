/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.boot.actuate.answer.RequestRefusedException;
import org.junit.jupiter.api.Test;

class PageTests {

    @Test
    void hasADefault() {
        assertThat(Page.of(null, null)).isEqualTo(new Page(20, null));
    }

    @Test
    void readsWhatWasSent() {
        assertThat(Page.parse("1000", "77")).isEqualTo(new Page(1000, 77L));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> Page.of(1001, null))
                .withMessageContaining("'limit'");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> Page.parse("1", "newest"))
                .withMessageContaining("'before'");
    }
}
