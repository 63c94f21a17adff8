/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Separates the arguments of a command from those of the application: options before the word {@code migrations} are
 * for the application.
 */
final class InAppArguments {

    private static final String WORD = "migrations";

    private InAppArguments() {}

    /** {@return the arguments after the word, if it is the first non-option argument} */
    static Optional<List<String>> command(String... arguments) {
        for (int position = 0; position < arguments.length; position++) {
            if (!arguments[position].startsWith("-")) {
                return arguments[position].equals(WORD)
                        ? Optional.of(List.of(Arrays.copyOfRange(arguments, position + 1, arguments.length)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
