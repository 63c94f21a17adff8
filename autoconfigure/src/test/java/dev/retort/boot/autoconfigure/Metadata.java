/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.autoconfigure;

import dev.retort.boot.properties.RetortProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The configuration metadata of the build, which editors read. */
record Metadata(List<PropertyKey> keys) {

    /** A key. */
    record PropertyKey(
            String name,
            String type,
            String description,
            @Nullable JsonNode defaultValue) {

        /** {@return the default as one writes it in a properties file; empty for none} */
        String defaultText() {
            if (defaultValue == null) {
                return "";
            }
            return defaultValue.isArray()
                    ? Stream.iterate(0, i -> i < defaultValue.size(), i -> i + 1)
                            .map(i -> defaultValue.get(i).asString())
                            .collect(Collectors.joining(","))
                    : defaultValue.asString();
        }

        /** {@return the values of an enum as one writes them; empty for other types} */
        List<String> values() {
            try {
                Object @Nullable [] constants = ClassUtils.forName(
                                type.replaceAll("<.*", ""), Metadata.class.getClassLoader())
                        .getEnumConstants();
                return constants == null
                        ? List.of()
                        : Arrays.stream(constants)
                                .map(constant -> constant.toString()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                                .toList();
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Metadata read() {
        String path = "/META-INF/spring-configuration-metadata.json";
        try (InputStream file = Objects.requireNonNull(RetortProperties.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .resolve("." + path)
                .toURL()
                .openStream())) {
            return new Metadata(keys(JsonMapper.builder().build().readTree(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<PropertyKey> keys(JsonNode root) {
        return root.get("properties")
                .valueStream()
                .map(property -> new PropertyKey(
                        property.get("name").asString(),
                        property.get("type").asString(),
                        property.path("description").asString(""),
                        property.get("defaultValue")))
                .toList();
    }
}
