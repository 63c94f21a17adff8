/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import picocli.CommandLine.Option;

/** A command that only reads. */
abstract class ReadingCommand extends DatabaseCommand {

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    boolean isJson() {
        return json;
    }
}
