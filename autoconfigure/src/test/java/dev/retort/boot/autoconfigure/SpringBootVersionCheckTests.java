/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.retort.error.RetortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

class SpringBootVersionCheckTests {

    @ParameterizedTest
    @ValueSource(strings = {"3.5.9", "2.7.18", "3.0.0-M1"})
    void refusesOlderVersionsWithOneSentence(String version) {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> new SpringBootVersionCheck(version).initialize(new GenericApplicationContext()))
                .satisfies(refusal -> assertThat(refusal.what())
                        .isEqualTo("Retort requires Spring Boot 4.0 or later, but this application runs on Spring Boot "
                                + version + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.0", "4.1.2", "4.2.0-SNAPSHOT", "10.0.0"})
    void acceptsOthers(String version) {
        assertThatNoException()
                .isThrownBy(() -> new SpringBootVersionCheck(version).initialize(new GenericApplicationContext()));
    }

    @Test
    void isFoundBySpringBoot() {
        assertThat(SpringFactoriesLoader.loadFactories(ApplicationContextInitializer.class, null))
                .hasAtLeastOneElementOfType(SpringBootVersionCheck.class);
    }
}
