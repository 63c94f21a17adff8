/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands that make a revision may be told of it. */
public final class NewRevisionOptions {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "<text>",
            description = "What the revision does; the file is named after it.")
    private @Nullable String message;

    @Option(names = "--rev-id", paramLabel = "<id>", description = "Its id; twelve random digits unless told.")
    private @Nullable String id;

    @Option(
            names = "--branch-label",
            paramLabel = "<label>",
            description = "A label of the branch that it is on; may be given several times.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--splice", description = "Let it begin where no head is, so that a branch opens.")
    private boolean splice;

    public String message() {
        return message == null ? "" : message;
    }

    /** {@return whether a message was given that says nothing} */
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
