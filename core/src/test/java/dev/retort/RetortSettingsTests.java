/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RetortSettingsTests {

    @Test
    void areEqualWhenAllValuesAre() {
        assertThat(RetortSettings.builder().build())
                .isEqualTo(RetortSettings.builder().build())
                .hasSameHashCodeAs(RetortSettings.builder().build())
                .isNotEqualTo(RetortSettings.builder().scriptTextLimit(7).build());
        assertThat(RetortSettings.builder().build().values())
                .hasSize((int) Arrays.stream(RetortSettings.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .count());
    }

    /** Settings can only grow while no constructor is public. */
    @Test
    void areMadeByTheBuilderOnly() {
        assertThat(RetortSettings.class.getConstructors()).isEmpty();
    }
}
