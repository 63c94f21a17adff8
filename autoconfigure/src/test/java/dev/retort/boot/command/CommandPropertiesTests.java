/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class CommandPropertiesTests {

    private static final String COMPOSE = "spring.docker.compose.enabled";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void leaveDockerComposeOutWhereThereIsNoFile() {
        assertThat(CommandProperties.of(new MockEnvironment(), folder)).containsEntry(COMPOSE, "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"})
    void leaveDockerComposeAsItIsWhereThereIsAFile(String name) throws IOException {
        Files.createFile(folder.resolve(name));

        assertThat(CommandProperties.of(new MockEnvironment(), folder)).doesNotContainKey(COMPOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.docker.compose.file", "spring.docker.compose.file[0]"})
    void leaveDockerComposeAsItIsWhereAFileIsNamed(String key) {
        MockEnvironment environment = new MockEnvironment().withProperty(key, "other.yaml");

        assertThat(CommandProperties.of(environment, folder)).doesNotContainKey(COMPOSE);
    }
}
