/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class CommandArgumentsTests {

    @Test
    void quotesHoldWordsTogether() throws Exception {
        assertThat(CommandArguments.split("retort.args", "-m \"add the customer's email\" --head 'a b'"))
                .containsExactly("-m", "add the customer's email", "--head", "a b");
    }

    @Test
    void anEmptyPairOfQuotesIsAnEmptyArgument() throws Exception {
        assertThat(CommandArguments.split("retort.args", "--autogenerate -m '' --head \"\""))
                .containsExactly("--autogenerate", "-m", "", "--head", "");
    }

    @Test
    void messagesShowArgumentsInQuotesWhereTheyNeedThem() {
        assertThat(new CommandArguments("revision", List.of("-m", "add email", "--head", ""), null, List.of())
                        .describe())
                .isEqualTo("`migrations revision -m 'add email' --head ''`");
    }

    @Test
    void nothingIsNoArguments() throws Exception {
        assertThat(CommandArguments.split("retort.args", null)).isEmpty();
        assertThat(CommandArguments.split("retort.args", " ")).isEmpty();
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> CommandArguments.split("retort.args", "-m 'add"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("retort.args")
                .hasMessageContaining("-m 'add");
    }

    @Test
    void profilesAreBeforeTheWordAndArgumentsAfterTheCommand() {
        assertThat(new CommandArguments("upgrade", List.of("head"), List.of("a", "b"), List.of()).all())
                .containsExactly("--spring.profiles.active=a,b", "migrations", "upgrade", "head");
        assertThat(new CommandArguments("upgrade", List.of(), null, List.of()).all())
                .containsExactly("migrations", "upgrade");
    }

    @Test
    void propertiesAreBeforeTheWordToo() {
        assertThat(new CommandArguments("check", List.of("--json"), null, List.of("--retort.model=jdbc")).all())
                .containsExactly("--retort.model=jdbc", "migrations", "check", "--json");
    }
}
