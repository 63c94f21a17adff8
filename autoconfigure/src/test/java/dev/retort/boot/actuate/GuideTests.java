/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The security configurations of the guide are those that the tests of this package run with. */
class GuideTests {

    private static final Path GUIDE = Path.of("..", "docs", "actuator.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "dev", "retort", "boot", "actuate");

    @ParameterizedTest
    @ValueSource(strings = {"MigrationsSecurity.java", "ReactiveMigrationsSecurity.java"})
    void quotesWhatIsTested(String file) throws IOException {
        String source = Files.readString(SOURCES.resolve(file));

        assertThat(Files.readString(GUIDE)).contains(source.substring(source.indexOf("@Configuration")));
    }
}
