/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.ComparisonRequest;
import dev.retort.diff.NamePattern;
import dev.retort.diff.Rename;
import dev.retort.scratch.ModelDdl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model the database is compared with, and how. */
final class ModelOptions {

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
            description = "Drop what the model does not know; otherwise it is left alone and listed.")
    private boolean dropUnknown;

    @Option(
            names = "--include",
            paramLabel = "<pattern>",
            description = "Compare only what this pattern matches, [kind:]name with * for any letters.")
    private List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "<pattern>", description = "Leave out what this pattern matches.")
    private List<String> exclude = new ArrayList<>();

    @Nullable
    String model() {
        return model;
    }

    /** {@return whether any of them was given} */
    boolean isGiven() {
        return model != null || dropUnknown || !renames.isEmpty() || !include.isEmpty() || !exclude.isEmpty();
    }

    /**
     * {@return how a model is compared}
     *
     * @throws dev.retort.error.RetortException when a pattern or a rename cannot be read
     */
    ComparisonRequest request(ModelDdl.Reach reach) {
        return new ComparisonRequest(
                reach == ModelDdl.Reach.MAPPING,
                renames.stream().map(Rename::parse).toList(),
                dropUnknown,
                include.stream().map(NamePattern::parse).toList(),
                exclude.stream().map(NamePattern::parse).toList());
    }
}
