/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Golden;
import dev.retort.test.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide's table has as many cases for each version as there are. */
class InvariantPageTests {

    private static final List<Integer> VERSIONS = List.of(13, 14, 15, 16, 17, 18);

    @Test
    void countsTheRecordedDifferences() throws IOException {
        List<Integer> since = AutogenerateCasesTests.all()
                .map(AutogenerateCasesTests.Case::since)
                .toList();

        assertThat(row("recorded differences")).isEqualTo(taken(since));
    }

    @Test
    void countsTheCasesInFolders() throws IOException {
        List<Integer> since = DiffCasesTests.cases().stream()
                .map(folder -> Since.of(Golden.read(folder.resolve("after.sql"))))
                .toList();

        assertThat(row("cases in folders")).isEqualTo(taken(since));
        assertThat(row("the same with `--safe`")).isEqualTo(taken(since));
    }

    @Test
    void countsTheCasesOfSafeAlone() throws IOException {
        List<Integer> since = Collections.nCopies(SafeUpgradeTests.scripts().size(), 0);

        assertThat(row("of `--safe` alone")).isEqualTo(taken(since));
    }

    private static List<String> taken(Collection<Integer> since) {
        return VERSIONS.stream()
                .map(version -> String.valueOf(
                        since.stream().filter(first -> first <= version).count()))
                .toList();
    }

    private static List<String> row(String name) throws IOException {
        String line = Files.readAllLines(Path.of("../docs/autogenerate-reference.md")).stream()
                .filter(row -> row.startsWith("| " + name + " |"))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.split("\\|")).skip(2).map(String::strip).toList();
    }
}
