/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.cli.settings.DotEnvFile;
import dev.retort.cli.settings.SettingValue;
import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of {@code .env}, and the errors of invalid lines. */
class DotEnvFileTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Map<String, SettingValue> read(String text) throws IOException {
        Path file = folder.resolve(".env");
        Files.writeString(file, text);
        return DotEnvFile.read(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
        K=value                ~ value
        export K=value         ~ value
        K = value              ~ value
        K=pa\\ss               ~ pa\\ss
        K=\\u                  ~ \\u
        K='two words'          ~ two words
        K="two words"          ~ two words
        export K='a "b" c'     ~ a "b" c
        K="a 'b' c"            ~ a 'b' c
        K='pa#ss'              ~ pa#ss
        K="pa#ss" # comment    ~ pa#ss
        K=value # comment      ~ value
        K=$HOME/${X}           ~ $HOME/${X}
        K=a=b=c                ~ a=b=c
        K="pa\\ss"             ~ pa\\ss
        K='pa\\ss'             ~ pa\\ss
        K=it's                 ~ it's
        """)
    void readsAnEntry(String line, String value) throws IOException {
        assertThat(read("# first\n\n  " + line + "\r\nOTHER=x\n"))
                .hasSize(2)
                .extractingByKey("K")
                .satisfies(found -> assertThat(found.text()).isEqualTo(value))
                .hasToString("K in .env, line 3");
    }

    @Test
    void readsAValueOfSeveralLinesAndTheLinesAfterIt() throws IOException {
        assertThat(read("KEY=\"-----BEGIN\nx # y\n-----END\"\nNEXT=1\nEMPTY=\n"))
                .isNotNull()
                .hasSize(2)
                .extractingByKey("KEY")
                .satisfies(found -> assertThat(found.text()).isEqualTo("-----BEGIN\nx # y\n-----END"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(read("\uFEFFK=v\n")).containsOnlyKeys("K");
    }

    @Test
    void aFileThatIsNotThereHasNothing() {
        assertThat(DotEnvFile.read(folder.resolve(".env"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
        secret              ~ not of the form KEY=value
        export secret       ~ not of the form KEY=value
        K K=secret          ~ not of the form KEY=value
        K=secr#et           ~ Some programs read a # in a value as a comment
        K="secret           ~ Its quote is not closed
        K="secret" secret   ~ Something follows its closing quote
        K="se"cret"         ~ quote
        K=secret"           ~ Its quotes do not match
        K='secret           ~ Its quotes do not match
        K='se'cret'         ~ Its quotes do not match
        """)
    void refusesALineThatCannotBeReadWithItsNumberAndWithoutItsText(String line, String why) {
        assertThatThrownBy(() -> read("A=1\n# comment\n" + line + "\nB=2\n"))
                .isInstanceOf(RetortException.class)
                .hasMessageStartingWith("Line 3 of " + folder.resolve(".env") + " cannot be read.")
                .hasMessageContaining(why)
                .hasNoCause()
                .message()
                .doesNotContain("secr", "cret");
    }
}
