/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.test.JavaCommand;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that a process with a small heap cannot read, or that would block it. */
@Timeout(180)
@Tag("slow")
class OddFileProcessTests {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder = Path.of("");

    private record Output(int status, String out, String err) {}

    private Output heads(String heap) throws Exception {
        List<String> line = JavaCommand.of(
                "dev.retort.cli.Main",
                "heads",
                "--location",
                folder.resolve("migrations").toString());
        line.add(1, heap);
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(err.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), out, Files.readString(err));
    }

    private Path script(String name) throws IOException {
        return Files.createDirectories(folder.resolve("migrations")).resolve(name);
    }

    private void isRefused(Output output, String... why) {
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.err()).startsWith("FAILED: ").contains(why).doesNotContain("\tat ");
    }

    @Test
    void aScriptThatTheHeapCannotHoldIsRefusedWithItsSizeAndTheLimit() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(script("big.sql").toFile(), "rw")) {
            file.setLength(122L * MEGABYTE);
        }
        isRefused(heads("-Xmx192m"), "big.sql", "The script has 122.0 MB", "with a heap of 18", "may have 7.");
    }

    @Test
    void scriptsThatTheHeapCannotHoldTogetherAreRefused() throws Exception {
        for (int i = 0; i < 5; i++) {
            String text = "-- revision: r" + i + "\n-- migrate: upgrade\nSELECT '" + "x".repeat(2 * MEGABYTE) + "';\n";
            Files.writeString(script(i + ".sql"), text);
        }
        isRefused(heads("-Xmx64m"), "the scripts have more than 7.");
    }

    /** The basis of the limit: the largest allowed script is read, in one statement and with wide characters. */
    @Test
    void aScriptUpToTheLimitIsRead() throws Exception {
        String value = "é€".repeat(2 * MEGABYTE / 5);
        Files.writeString(script("a.sql"), "-- revision: a1\n-- migrate: upgrade\nSELECT '" + value + "';\n");
        Files.writeString(
                script("b.sql"),
                "-- revision: b1\n-- down_revision: a1\n-- migrate: upgrade\n"
                        + "INSERT INTO t VALUES ('é€');\n".repeat(2 * MEGABYTE / 33));

        Output output = heads("-Xmx64m");

        assertThat(output.err()).isEmpty();
        assertThat(output.out()).contains("b1 (head)");
        assertThat(output.status()).isZero();
    }

    @Test
    void aFifoDoesNotStopACommandForEver() throws Exception {
        Files.writeString(script("a.sql"), "-- revision: a1\n-- migrate: upgrade\n");
        Process mkfifo = new ProcessBuilder("mkfifo", script("x.sql").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "no FIFOs here");
        isRefused(heads("-Xmx64m"), "x.sql: This is no regular file");
    }
}
