/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses unknown keys among the system properties. Spring Boot checks those of files and of the command line, and leaves
 * out system properties, which belong to many: those under {@code retort} belong to Retort.
 *
 * @since 0.1
 */
public final class SystemProperties {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("retort");
    private static final ConfigurationPropertyName TEST_KIT = ROOT.append("test");

    /** Parameters of the Maven goals: Maven hands them to the processes in which it runs tests. */
    private static final Set<ConfigurationPropertyName> OF_GOALS = Stream.of(
                    "args",
                    "fail-on",
                    "format",
                    "jvm-arguments",
                    "main-class",
                    "pack",
                    "profiles",
                    "replay",
                    "skip",
                    "test-dependencies",
                    "working-directory")
            .map(ROOT::append)
            .collect(Collectors.toUnmodifiableSet());

    private SystemProperties() {}

    /**
     * Binds the keys under {@code retort} once more, from the system properties alone.
     *
     * @param environment has them
     * @throws org.springframework.boot.context.properties.bind.BindException if one is unknown
     */
    public static void requireKnownKeys(Environment environment) {
        if (!(environment instanceof ConfigurableEnvironment configurable)
                || !(configurable.getPropertySources().get(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
                        instanceof EnumerablePropertySource<?> properties)
                || Arrays.stream(properties.getPropertyNames()).noneMatch(name -> name.startsWith("retort."))) {
            return;
        }
        Stream<ConfigurationPropertySource> ofRetort = StreamSupport.stream(
                        ConfigurationPropertySources.from(properties).spliterator(), false)
                .map(source -> source.filter(name -> ROOT.isAncestorOf(name) && !isOfBuild(name)));
        new Binder(ofRetort.toList(), new PropertySourcesPlaceholdersResolver(environment))
                .bind(ROOT, Bindable.of(RetortProperties.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
    }

    private static boolean isOfBuild(ConfigurationPropertyName name) {
        return OF_GOALS.contains(name) || TEST_KIT.isAncestorOf(name);
    }
}
