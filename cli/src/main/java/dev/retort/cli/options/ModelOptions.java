/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.options;

import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.diff.NamePattern;
import dev.retort.diff.Rename;
import dev.retort.settings.AutogenerateSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model the database is compared with, and how. */
public final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "<model>",
            description = "What the database should be: hibernate, jdbc, or sql:FILE.")
    private @Nullable String model;

    @Option(
            names = "--rename",
            paramLabel = "<old:new>",
            description = "What keeps its rows under another name: client:customer, or customer.mail:email.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--drop-unknown",
            negatable = true,
            description = "Drop what the model does not know, or not; unless told it is left alone and listed.")
    private @Nullable Boolean dropUnknown;

    @Option(
            names = "--include",
            paramLabel = "<pattern>",
            description = "Compare only what this pattern matches, [kind:]name with * for any letters.")
    private @Nullable List<String> include;

    @Option(names = "--exclude", paramLabel = "<pattern>", description = "Leave out what this pattern matches.")
    private @Nullable List<String> exclude;

    @Option(
            names = "--replay",
            description = "Ask no database: run all revisions in a scratch database, and compare that.")
    private boolean replay;

    @Nullable
    public String model() {
        return model;
    }

    public boolean isReplay() {
        return replay;
    }

    /** {@return whether any of them was given} */
    public boolean isGiven() {
        return replay
                || model != null
                || dropUnknown != null
                || !renames.isEmpty()
                || include != null
                || exclude != null;
    }

    /**
     * {@return how a model is compared}
     *
     * @param settings what holds where an option was not given
     * @param customizers rewrite what is found
     * @throws dev.retort.error.RetortException when a pattern or a rename cannot be read
     */
    public ComparisonRequest request(AutogenerateSettings settings, List<DifferenceCustomizer> customizers) {
        AutogenerateSettings told = new AutogenerateSettings(
                include == null ? settings.include() : NamePattern.parse(include),
                exclude == null ? settings.exclude() : NamePattern.parse(exclude),
                dropUnknown == null ? settings.dropUnknown() : dropUnknown);
        return new ComparisonRequest(told, renames.stream().map(Rename::parse).toList(), customizers);
    }
}
