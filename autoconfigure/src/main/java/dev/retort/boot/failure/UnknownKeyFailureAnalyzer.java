/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import dev.retort.boot.properties.KnownKeys;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Analyzes unknown properties under {@code retort}: their origins, and the most similar known properties.
 *
 * @since 0.1
 */
@Order(0)
public final class UnknownKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("retort");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnboundConfigurationPropertiesException cause) {
        List<ConfigurationProperty> unknown = cause.getUnboundProperties().stream()
                .filter(property -> ROOT.isAncestorOf(property.getName()))
                .toList();
        return unknown.isEmpty() ? null : new FailureAnalysis(description(unknown), action(unknown), cause);
    }

    private static String description(List<ConfigurationProperty> unknown) {
        return unknown.stream()
                .map(property -> "Unknown property '" + property.getName() + "'" + origin(property) + ".")
                .collect(Collectors.joining("\n"));
    }

    private static String origin(ConfigurationProperty property) {
        return property.getOrigin() == null ? "" : " in " + property.getOrigin();
    }

    private static String action(List<ConfigurationProperty> unknown) {
        KnownKeys known = KnownKeys.read();
        return unknown.stream()
                .map(property -> property.getName().toString())
                .map(key -> "Did you mean " + known.nearest(key) + " instead of " + key + "?")
                .collect(Collectors.joining("\n"));
    }
}
