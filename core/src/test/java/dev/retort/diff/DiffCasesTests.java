/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.render.SqlRenderer;
import dev.retort.schema.ServerVersion;
import dev.retort.test.Golden;
import dev.retort.test.Law;
import dev.retort.test.LawTestCase;
import dev.retort.test.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases in folders: {@code before.sql}, {@code after.sql}, and the script that comes of them on the default server. */
class DiffCasesTests extends LawTestCase {

    private static final int GOLDEN_VERSION = 17;

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/dev/retort/diff/cases"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheLaw(Path folder) {
        prepare(law, folder);
        Law.Outcome outcome = law.hold(Law.everything());
        if (Law.version() == GOLDEN_VERSION) {
            Golden.check(folder.resolve("script.sql"), script(outcome.difference()));
        }
        assertThat(outcome.breaches()).as(law.comparedWith()).isEmpty();
    }

    /** Makes both schemas of a case. */
    static void prepare(Law law, Path folder) {
        String after = Golden.read(folder.resolve("after.sql"));
        Since.assume(Since.of(after));
        law.prepare(Golden.read(folder.resolve("before.sql")), after);
    }

    private static String script(Difference difference) {
        StringBuilder text = new StringBuilder("-- upgrade\n");
        difference.upgrade().forEach(change -> append(text, change));
        text.append("\n-- downgrade\n");
        difference.downgrade().forEach(change -> append(text, change));
        difference
                .unsettled()
                .forEach(sentence -> text.append("\n-- ").append(sentence).append('\n'));
        return text.toString();
    }

    private static void append(StringBuilder text, Change change) {
        change.notes().forEach(note -> text.append("-- ").append(note).append('\n'));
        Operation operation = change.operation();
        SqlRenderer renderer = SqlRenderer.of(new ServerVersion(GOLDEN_VERSION), "public");
        renderer.render(operation).forEach(sql -> text.append(sql).append(";\n"));
    }
}
