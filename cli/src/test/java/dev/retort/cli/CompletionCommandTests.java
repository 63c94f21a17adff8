/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion in a shell that has loaded the script. */
class CompletionCommandTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String script(String... arguments) {
        Shell.Result result = new Shell(folder).run(arguments);
        assertThat(result.status()).as(result.err()).isZero();
        return result.out();
    }

    /** {@return bash's completions of the last word} */
    private String bash(String script, String command, String... words) throws IOException, InterruptedException {
        assumeThat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "bash"))))
                .as("bash is installed")
                .isTrue();
        Path file = Files.writeString(
                folder.resolve("complete.sh"),
                // Outside of a completion bash has no compopt.
                script + "\ncompopt() { :; }\nCOMP_WORDS=(" + command + " " + String.join(" ", words) + ")\nCOMP_CWORD="
                        + words.length + "\n_complete_" + command + "\necho \"${COMPREPLY[@]}\"\n");
        Process process = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    @Test
    void completesCommandsAndOptionsInBash() throws Exception {
        String script = script("completion", "bash");

        assertThat(bash(script, "retort", "rev")).isEqualTo("revision");
        assertThat(bash(script, "retort", "revision", "--dep")).isEqualTo("--depends-on");
        assertThat(bash(script, "retort", "graph", "--format", "m")).isEqualTo("mermaid");
    }

    @Test
    void completesForAnotherName() throws Exception {
        assertThat(bash(script("completion", "bash", "--name", "mig"), "mig", "gra"))
                .isEqualTo("graph");
    }

    @Test
    void theScriptServesZshToo() {
        assertThat(script("completion", "zsh"))
                .isEqualTo(script("completion", "bash"))
                .contains("bashcompinit");
    }

    @Test
    void refusesAShellThatItDoesNotKnow() {
        assertThat(new Shell(folder).run("completion", "fish").status()).isEqualTo(2);
    }
}
