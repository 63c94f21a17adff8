/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.options;

import dev.retort.autogenerate.ComparisonRequest;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.diff.NamePattern;
import dev.retort.diff.Rename;
import dev.retort.diff.Tolerance;
import dev.retort.settings.AutogenerateSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The model that the database is compared with, and how. */
public final class ModelOptions {

    @Option(names = "--model", paramLabel = "<model>", description = "The model: hibernate, jdbc, or sql:FILE.")
    private @Nullable String model;

    @Option(
            names = "--rename",
            paramLabel = "<old:new>",
            description = "A table or column to rename: client:customer, or customer.mail:email.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--drop-unknown",
            negatable = true,
            description = "Drop objects that are not in the model. By default they are kept and listed.")
    private @Nullable Boolean dropUnknown;

    @Option(
            names = "--include",
            paramLabel = "<pattern>",
            description = "Compare only objects that match this pattern, [kind:]name with * for any characters.")
    private @Nullable List<String> include;

    @Option(
            names = "--exclude",
            paramLabel = "<pattern>",
            description = "Do not compare objects that match this pattern.")
    private @Nullable List<String> exclude;

    @Option(
            names = "--strict",
            paramLabel = "<kinds>",
            split = ",",
            description =
                    "Compare rules of these kinds exactly even if the entities do not state them: not-null, unique,"
                            + " on-delete, ...; or all.")
    private @Nullable List<String> strict;

    @Option(
            names = "--replay",
            description = "Run all revisions in a scratch database and compare that; needs no other database.")
    private boolean replay;

    @Nullable
    public String model() {
        return model;
    }

    public boolean isReplay() {
        return replay;
    }

    /** {@return whether any of these options was given} */
    public boolean isGiven() {
        return replay
                || model != null
                || dropUnknown != null
                || !renames.isEmpty()
                || strict != null
                || include != null
                || exclude != null;
    }

    /**
     * {@return how a model is compared}
     *
     * @param settings the values of options that were not given
     * @param customizers change the differences
     * @throws dev.retort.error.RetortException when a pattern or a rename cannot be read
     */
    public ComparisonRequest request(AutogenerateSettings settings, List<DifferenceCustomizer> customizers) {
        AutogenerateSettings merged = new AutogenerateSettings(
                include == null ? settings.include() : NamePattern.parse(include),
                exclude == null ? settings.exclude() : NamePattern.parse(exclude),
                dropUnknown == null ? settings.dropUnknown() : dropUnknown);
        Set<Tolerance> tolerated = EnumSet.copyOf(Tolerance.all());
        tolerated.retainAll(settings.tolerate());
        tolerated.removeAll(strict == null ? Set.of() : Tolerance.parse(strict));
        return new ComparisonRequest(
                merged.tolerating(tolerated),
                renames.stream().map(Rename::parse).toList(),
                customizers);
    }
}
