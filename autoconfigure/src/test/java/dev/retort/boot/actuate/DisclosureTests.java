/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.RetortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/app?password=s3cret&user=app, jdbc:postgresql://db/app?password=***&user=app",
        "jdbc:postgresql://db/app?sslPassword=s3cret, jdbc:postgresql://db/app?sslPassword=***",
        "postgres://app:s3cret@db/app, postgres://app:***@db/app",
        "no secret at all, no secret at all"
    })
    void masksPasswords(String text, String masked) {
        assertThat(Disclosure.masked(text)).isEqualTo(masked);
    }

    @Test
    void tellsWhatRetortSays() {
        assertThat(Disclosure.of(new RetortException("It failed.", "The reason is known.", "Do this.")))
                .isEqualTo("It failed. The reason is known.");
        assertThat(Disclosure.of(new RetortException("It failed.", "", "Do this.")))
                .isEqualTo("It failed.");
    }

    @Test
    void tellsOnlyTheKindOfWhatNobodyExpected() {
        assertThat(Disclosure.of(new IllegalStateException("password is s3cret")))
                .isEqualTo("Unexpected IllegalStateException.");
    }
}
