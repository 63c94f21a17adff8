/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTests {

    @ParameterizedTest
    @CsvSource({
        "customer,customer",
        "_a1,_a1",
        "Customer,\"Customer\"",
        "1a,\"1a\"",
        "a$b,\"a$b\"",
        "user,\"user\"",
        "between,\"between\"",
        "name,name",
        "é,\"é\"",
        "a b,\"a b\"",
    })
    void quotesExactlyWhenNeeded(String name, String quoted) {
        assertThat(Identifiers.quote(name)).isEqualTo(quoted);
    }

    @Test
    void doublesQuotes() {
        assertThat(Identifiers.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(Identifiers.literal("it's")).isEqualTo("'it''s'");
    }

    @Test
    void writesSchemaAndName() {
        assertThat(Identifiers.quote("S", "t")).isEqualTo("\"S\".t");
        assertThat(Identifiers.quote(null, "t")).isEqualTo("t");
    }

    @Test
    void escapesBackslashesSoThatNoSettingMatters() {
        assertThat(Identifiers.literal("a\\'b")).isEqualTo("E'a\\\\''b'");
    }

    @Test
    void refusesWhatPostgresCannotHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> Identifiers.quote(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Identifiers.quote("a\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Identifiers.literal("\0"));
    }
}
