/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InAppArgumentsTests {

    @Test
    void theFirstArgumentThatIsNoOptionDecides() {
        assertThat(InAppArguments.command("migrations", "upgrade", "head")).contains(List.of("upgrade", "head"));
        assertThat(InAppArguments.command("--spring.profiles.active=x", "migrations"))
                .contains(List.of());
        assertThat(InAppArguments.command("serve", "migrations")).isEmpty();
        assertThat(InAppArguments.command("--server.port=0")).isEmpty();
        assertThat(InAppArguments.command()).isEmpty();
    }
}
