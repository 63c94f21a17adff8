/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTests {

    /** {@return the fingerprint of names and values in turn} */
    private static String of(String... namesAndValues) {
        Fingerprint fingerprint = new Fingerprint();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fingerprint.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fingerprint.hex();
    }

    /** The history has fingerprints of every build: this one must never change. */
    @Test
    void isTheSha256OfNamesAndValuesThatEachEndWithNul() {
        assertThat(of("statement", "SELECT 1"))
                .isEqualTo("c090cc937a65a19e7407a007915096f75a60ef55c504336665617f91761a9606");
        assertThat(of()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void knowsWhereAValueEnds() {
        assertThat(of("a", "bc", "d", "e"))
                .isNotEqualTo(of("a", "b", "cd", "e"))
                .isNotEqualTo(of("ab", "c", "d", "e"))
                .isNotEqualTo(of("a", "bc", "de", ""));
    }

    @Test
    void dependsOnTheOrder() {
        assertThat(of("a", "1", "b", "2")).isNotEqualTo(of("b", "2", "a", "1"));
    }

    @Test
    void readsTextAsUtf8() {
        assertThat(of("statement", "SELECT 'é'")).isNotEqualTo(of("statement", "SELECT '?'"));
    }
}
