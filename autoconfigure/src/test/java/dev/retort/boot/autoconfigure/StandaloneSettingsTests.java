/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.autoconfigure.Metadata.PropertyKey;
import dev.retort.cli.settings.Setting;
import dev.retort.cli.settings.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The stand-alone commands and the starter have the same settings with the same meaning. */
class StandaloneSettingsTests {

    private static final String PREFIX = "retort.";

    /** Groups of keys, which the commands read by their prefix, or which only an application has. */
    private static final String GROUPS = "placeholders|lint\\.rules|databases|endpoint\\..*";

    private static Map<String, PropertyKey> keys() {
        return Metadata.read().keys().stream()
                .filter(key -> key.name().startsWith(PREFIX))
                .filter(key -> !key.name().substring(PREFIX.length()).matches(GROUPS))
                .collect(Collectors.toMap(key -> key.name().substring(PREFIX.length()), key -> key));
    }

    @Test
    void theTableHasEveryKeyAndNoOther() {
        assertThat(SettingsTable.all())
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(keys().keySet());
    }

    @Test
    void descriptionsAndDefaultsAreThoseOfTheProperties() {
        Map<String, PropertyKey> keys = keys();
        assertThat(SettingsTable.all()).allSatisfy(setting -> {
            assertThat(keys).containsKey(setting.key());
            PropertyKey key = requireNonNull(keys.get(setting.key()));
            assertThat(setting.description()).as(setting.key()).isEqualTo(key.description());
            // Without a class path that a build made, files are read where they are written.
            if (!List.of("locations", "objects").contains(setting.key())) {
                assertThat(setting.defaultText()).as(setting.key()).isEqualTo(key.defaultText());
            }
        });
    }

    @Test
    void theGuideListsThoseThatOnlyAnApplicationHas() throws IOException {
        String listed = SettingsTable.all().stream()
                .filter(setting -> !setting.isStandalone())
                .map(setting -> "`" + setting.key() + "`")
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));

        assertThat(Files.readString(Path.of("..", "docs", "commands.md")))
                .contains("- " + listed + ", `databases.*` and `endpoint.*` apply only in an application");
    }
}
