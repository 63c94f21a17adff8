/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of all commands that create a revision. */
public final class NewRevisionOptions {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "<text>",
            description = "The description of the revision; part of the file name.")
    private @Nullable String message;

    @Option(
            names = "--rev-id",
            paramLabel = "<id>",
            description = "The revision id. Default: twelve random hexadecimal digits.")
    private @Nullable String id;

    @Option(names = "--branch-label", paramLabel = "<label>", description = "A branch label. Can be repeated.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--splice", description = "Allow a parent that is not a head, which creates a branch.")
    private boolean splice;

    public String message() {
        return message == null ? "" : message;
    }

    /** {@return whether the message is blank} */
    public boolean isMessageBlank() {
        return message != null && message.isBlank();
    }

    @Nullable
    public String id() {
        return id;
    }

    public List<String> branchLabels() {
        return branchLabels;
    }

    public boolean isSplice() {
        return splice;
    }
}
