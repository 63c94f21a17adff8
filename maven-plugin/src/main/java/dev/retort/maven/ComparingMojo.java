/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Runs a command that compares the database with a model. The parameters override the application's properties. */
abstract class ComparingMojo extends ScratchMojo {

    /** Model that the database is compared with; overrides the application's {@code retort.model}. */
    @Parameter(property = "retort.model")
    private @Nullable String model;

    /** Patterns of objects that are compared; overrides the application's {@code retort.autogenerate.include}. */
    @Parameter(property = "retort.autogenerate.include")
    private @Nullable List<String> include;

    /** Patterns of objects that are not compared; overrides the application's {@code retort.autogenerate.exclude}. */
    @Parameter(property = "retort.autogenerate.exclude")
    private @Nullable List<String> exclude;

    /**
     * Whether to drop objects that are not in the model; overrides the application's {@code
     * retort.autogenerate.drop-unknown}.
     */
    @Parameter(property = "retort.autogenerate.dropUnknown")
    private @Nullable Boolean dropUnknown;

    @Override
    List<String> properties() {
        List<String> properties = new ArrayList<>();
        add(properties, "model", model);
        add(properties, "autogenerate.include", joined(include));
        add(properties, "autogenerate.exclude", joined(exclude));
        add(properties, "autogenerate.drop-unknown", dropUnknown);
        return properties;
    }

    private static void add(List<String> properties, String key, @Nullable Object value) {
        if (value != null) {
            properties.add("--retort." + key + "=" + value);
        }
    }

    private static @Nullable String joined(@Nullable List<String> patterns) {
        return patterns == null || patterns.isEmpty() ? null : String.join(",", patterns);
    }
}
