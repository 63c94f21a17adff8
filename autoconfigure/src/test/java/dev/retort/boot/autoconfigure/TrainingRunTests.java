/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.settings.MissingScripts;
import dev.retort.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.ClassUtils;

/** {@link StartClassesTests} compares the list with the classes of a start. */
@ExtendWith(OutputCaptureExtension.class)
class TrainingRunTests {

    private final DataSource unused = mock(DataSource.class);

    @TempDir
    Path folder = Path.of("");

    @Test
    void eachListedClassExists() {
        assertThat(TrainingRun.classNames()).isNotEmpty().allMatch(name -> ClassUtils.isPresent(name, null));
    }

    @Test
    void rehearsesAStartWithoutAConnection(CapturedOutput output) throws IOException {
        new Project(folder, unused).chain("a", "b");

        TrainingRun.rehearse(retort());

        verifyNoInteractions(unused);
        assertThat(output).doesNotContain("WARN");
    }

    @Test
    void warnsWhereAStartWouldFailBeforeItsConnection(CapturedOutput output) throws IOException {
        Files.delete(folder);

        TrainingRun.rehearse(retort());

        assertThat(output)
                .contains("WARN", "The AOT cache lacks a part of what a start needs. ", "The location does not exist");
    }

    private Retort retort() {
        RetortSettings settings = RetortSettings.builder()
                .locations(List.of("filesystem:" + folder))
                .missingScripts(MissingScripts.FAIL)
                .build();
        return new Retort(settings, unused, getClass().getClassLoader(), List.of());
    }
}
