/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Samples;
import dev.retort.test.UrlPasswords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command prints the password of a URL, whatever its form and source. No server listens at these URLs. */
class PasswordTests {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private final List<String> logged = new ArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record.getMessage()
                    + List.of(record.getParameters() == null ? new Object[0] : record.getParameters()));
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void listen() {
        DRIVER.addHandler(log);
        DRIVER.setLevel(Level.FINE);
        DRIVER.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        DRIVER.setUseParentHandlers(true);
        DRIVER.setLevel(null);
        DRIVER.removeHandler(log);
    }

    static Stream<Long> seeds() {
        return Samples.every(3, 0, Stream.of(5L, 6L, 7L));
    }

    @Tag("slow")
    @ParameterizedTest
    @Tag(Samples.TAG)
    @MethodSource("seeds")
    void noCommandPrintsOne(long seed) {
        String password = UrlPasswords.of(seed);
        StringBuilder seen = new StringBuilder();
        for (String url : UrlPasswords.urls("localhost:1", password)) {
            seen.append(text(new Shell(folder).with("RETORT_URL", url).run("current", "-v")));
            seen.append(text(new Shell(folder).with("RETORT_URL", url).run("check", "-v", "--model", "sql:x")));
            seen.append(text(new Shell(folder).with("RETORT_SCRATCH_URL", url).run("current", "-v")));
            seen.append(text(new Shell(folder)
                    .with("RETORT_SCRATCH_URL", url)
                    .run("check", "--replay", "-v", "--model", "sql:x")));
            seen.append(text(new Shell(folder).run("upgrade", "head", "-v", "--url", url)));
            seen.append(text(new Shell(folder)
                    .file(
                            "retort.properties",
                            "url=" + url.replace("\\", "\\\\").replace("\n", "\\n") + "\n")
                    .run("log", "-v")));
            seen.append(text(new Shell(folder)
                    .file("retort.properties", "")
                    .file(".env", "RETORT_URL=" + url + "\n")
                    .run("history", "-i", "-v")));
            new Shell(folder).file(".env", "");
        }
        String all = seen + String.join("\n", logged);

        assertThat(all.contains("Cannot connect to") && all.contains("cannot be used"))
                .isTrue();
        UrlPasswords.assertAbsent(password, all);
    }

    private static String text(Shell.Result result) {
        return result.out() + result.err();
    }
}
