/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    private final Path folder;

    DataDirectoryTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isInTheModuleWhenStartedFromTheFolderAbove() throws IOException {
        Files.createDirectory(folder.resolve("demo-app"));

        assertThat(DataDirectory.usual(folder)).isEqualTo(folder.resolve("demo-app/.data"));
    }

    @Test
    void isInTheWorkingDirectoryElsewhere() {
        assertThat(DataDirectory.usual(folder)).isEqualTo(folder.resolve(".data"));
    }

    @Test
    void isLockedByOne() throws IOException {
        DataDirectory directory = new DataDirectory(folder);
        try (var lock = directory.tryLock().orElseThrow().acquiredBy()) {
            assertThat(lock.isOpen()).isTrue();
            assertThat(directory.tryLock()).isEmpty();
        }
        directory.tryLock().orElseThrow().acquiredBy().close();
    }
}
