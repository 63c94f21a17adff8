/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseLocaleTests {

    @Test
    void writesTheOptionsOfEachProvider() {
        assertThat(new DatabaseLocale("UTF8", "C", "en_US.utf8", "c", null, null).options(14))
                .isEqualTo("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'en_US.utf8'");
        assertThat(new DatabaseLocale("UTF8", "C", "C", "c", null, null).options(15))
                .isEqualTo("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc");
        assertThat(new DatabaseLocale("UTF8", "C", "C", "i", "de-u-kn", "&a < g").options(17))
                .isEqualTo("ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'de-u-kn'"
                        + " ICU_RULES '&a < g'");
        assertThat(new DatabaseLocale("UTF8", "C", "C", "b", "C.UTF-8", null).options(17))
                .isEqualTo(
                        "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
    }
}
