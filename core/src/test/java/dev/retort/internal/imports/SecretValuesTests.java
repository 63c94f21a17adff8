/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretValuesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-spring.flyway.password=hunter2 | -spring.flyway.password=***",
                "+retort.password=hunter2        | +retort.password=***",
                "+    password: hunter2          | +    password: ***",
                "+  api-token: a: b              | +  api-token: ***",
                "+retort.password=${DB_PASSWORD} | +retort.password=${DB_PASSWORD}",
                "-spring.flyway.table=history    | -spring.flyway.table=history",
                "+    <artifactId>token</artifactId> | +    <artifactId>token</artifactId>",
                "@@ -1,3 +1,4 @@                 | @@ -1,3 +1,4 @@"
            })
    void areHiddenInLines(String line, String shown) {
        assertThat(SecretValues.hidden(line)).isEqualTo(shown);
    }

    @Test
    void areHiddenByKey() {
        assertThat(SecretValues.hidden(Map.of("retort.password", "hunter2", "retort.url", "jdbc:postgresql:db")))
                .containsOnly(Map.entry("retort.password", "***"), Map.entry("retort.url", "jdbc:postgresql:db"));
    }
}
