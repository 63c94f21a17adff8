/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.boot.autoconfigure.Metadata.PropertyKey;
import dev.retort.boot.properties.KnownKeys;
import dev.retort.boot.properties.RetortProperties;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** The configuration metadata of the keys. */
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
                        "retort.adopt.from",
                        "retort.adopt.table",
                        "retort.autogenerate.exclude",
                        "retort.autogenerate.include",
                        "retort.data-source",
                        "retort.databases",
                        "retort.java-packages",
                        "retort.lint.rules",
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

    /** An editor proposes these values; those of enums are the constants as they are written in properties. */
    @Test
    void hasHintsForEveryClosedSetOfValues() throws Exception {
        Map<String, List<String>> hints = hints();
        for (PropertyKey key : Metadata.read().keys()) {
            Class<?> type =
                    ClassUtils.isPresent(key.type(), null) ? ClassUtils.forName(key.type(), null) : Object.class;
            if (type.isEnum() && key.name().startsWith("retort.")) {
                assertThat(hints.get(key.name()))
                        .as(key.name())
                        .containsExactlyInAnyOrderElementsOf(Stream.of(type.getEnumConstants())
                                .map(each ->
                                        each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList());
            }
        }
        assertThat(hints).containsEntry("retort.model", List.of("hibernate", "jdbc", "sql:schema.sql"));
        assertThat(hints).containsKeys("retort.target", "retort.on-startup", "retort.transaction");
    }

    private static Map<String, List<String>> hints() throws IOException {
        try (InputStream in =
                MetadataTests.class.getResourceAsStream("/META-INF/additional-spring-configuration-metadata.json")) {
            return new JsonMapper()
                    .readTree(in)
                    .path("hints")
                    .valueStream()
                    .collect(Collectors.toMap(
                            hint -> hint.path("name").asString(),
                            hint -> hint.path("values")
                                    .valueStream()
                                    .map(value -> value.path("value").asString())
                                    .toList()));
        }
    }

    static Stream<PropertyKey> keys() {
        return Metadata.read().keys().stream();
    }
}
