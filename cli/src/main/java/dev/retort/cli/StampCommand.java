/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.Retort;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stamp",
        description = "Mark the database as being at revisions, without running anything.",
        footer = {"", "Example: stamp head"})
final class StampCommand extends RunningCommand {

    @Parameters(paramLabel = "<revision>", arity = "1..*", description = "head, heads, base, an id, a label, ...")
    private List<String> revisions = List.of();

    @Override
    public Integer call() {
        return run(String.join(",", revisions), false, Retort::stamp);
    }
}
