/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

/** What is registered at each start, also of an application whose conditions were met when it was built. */
class RetortRegistrarTests {

    private static String[] registered(String... properties) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            TestPropertyValues.of(properties).applyTo(context);
            context.register(new RetortRegistrar());
            return context.getBeanDefinitionNames();
        }
    }

    @Test
    void registersTheOnlyDatabase() {
        assertThat(registered()).containsExactly("retort");
    }

    @Test
    void registersNothingThatIsDisabled() {
        assertThat(registered("retort.enabled=false")).isEmpty();
        assertThat(registered("retort.databases.a.enabled=false", "retort.databases.b.url=jdbc:postgresql:b"))
                .containsExactly("bRetort");
    }
}
