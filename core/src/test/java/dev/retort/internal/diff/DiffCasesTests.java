/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Difference;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.Golden;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import dev.retort.test.Samples;
import dev.retort.test.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases in folders: {@code before.sql}, {@code after.sql}, and the script that comes of them on the default server. */
@Tag(Samples.TAG)
class DiffCasesTests extends InvariantTestCase {

    private static final int GOLDEN_VERSION = 17;

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/dev/retort/diff/cases"))) {
            return folders.sorted().toList();
        }
    }

    static Stream<Path> sample() throws IOException {
        return Samples.every(6, 0, cases().stream());
    }

    @ParameterizedTest
    @MethodSource("sample")
    void holdsTheInvariant(Path folder) {
        prepare(invariant, folder);
        Invariant.Outcome outcome = invariant.hold(Invariant.everything());
        if (Invariant.version() == GOLDEN_VERSION) {
            Golden.check(folder.resolve("script.sql"), script(outcome.difference()));
        }
        assertThat(outcome.violations()).as(invariant.comparedWith()).isEmpty();
    }

    /** Makes both schemas of a case. */
    static void prepare(Invariant invariant, Path folder) {
        String after = Golden.read(folder.resolve("after.sql"));
        Since.assume(Since.of(after));
        invariant.prepare(Golden.read(folder.resolve("before.sql")), after);
    }

    private static String script(Difference difference) {
        StringBuilder text = new StringBuilder("-- upgrade\n");
        text.append(section(difference.upgrade())).append("\n-- downgrade\n").append(section(difference.downgrade()));
        difference
                .unsettled()
                .forEach(sentence -> text.append("\n-- ").append(sentence).append('\n'));
        return text.toString();
    }

    private static String section(List<AnnotatedOperation> changes) {
        return new SqlScriptWriter(SqlRenderer.of(new ServerVersion(GOLDEN_VERSION), "public"))
                .section(changes.stream()
                        .map(change -> new RenderedOperation(change.operation(), change.notes()))
                        .toList());
    }
}
