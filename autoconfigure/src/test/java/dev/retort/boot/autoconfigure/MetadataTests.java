/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.autoconfigure.Metadata.PropertyKey;
import dev.retort.boot.properties.KnownKeys;
import dev.retort.boot.properties.RetortProperties;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What editors show of the keys. */
class MetadataTests {

    @Test
    void hasEveryKey() {
        assertThat(Metadata.read().keys())
                .extracting(PropertyKey::name)
                .containsAll(KnownKeys.read().ofRetort())
                .contains("retort.databases");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyIsDescribedAsSpringBootDescribesIts(PropertyKey key) {
        assertThat(key.description())
                .isNotEmpty()
                .endsWith(".")
                .doesNotStartWith("The ")
                .doesNotStartWith("A ")
                .doesNotContain("{@");
        if (key.type().equals("java.lang.Boolean")) {
            assertThat(key.description()).startsWith("Whether ");
        }
    }

    @Test
    void itsDefaultsAreTheDefaults() {
        Map<String, String> defaults = Metadata.read().keys().stream()
                .filter(key -> key.defaultValue() != null)
                .collect(Collectors.toMap(PropertyKey::name, PropertyKey::defaultText));
        RetortProperties bound = new Binder(new MapConfigurationPropertySource(defaults))
                .bind("retort", Bindable.of(RetortProperties.class))
                .get();
        assertThat(bound).usingRecursiveComparison().isEqualTo(new RetortProperties());
    }

    @Test
    void hasADefaultForEveryKeyThatIsNotEmpty() {
        assertThat(Metadata.read().keys())
                .filteredOn(key -> key.defaultValue() == null)
                .extracting(PropertyKey::name)
                .containsExactlyInAnyOrder(
                        "retort.autogenerate.exclude",
                        "retort.autogenerate.include",
                        "retort.data-source",
                        "retort.databases",
                        "retort.java-packages",
                        "retort.model",
                        "retort.password",
                        "retort.placeholders",
                        "retort.post-write-hooks",
                        "retort.role",
                        "retort.schema",
                        "retort.scratch-password",
                        "retort.scratch-url",
                        "retort.scratch-username",
                        "retort.source-directory",
                        "retort.trusted-owners",
                        "retort.url",
                        "retort.username",
                        "retort.version-table-schema",
                        "retort.wait-for-lock");
    }

    static Stream<PropertyKey> keys() {
        return Metadata.read().keys().stream();
    }
}
